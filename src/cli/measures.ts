import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ExtractDefinition, readExtractDefinitions } from '../extracts/definitions.js';
import { type PresentExtract, presentExtracts } from '../extracts/present.js';
import { readCatalogue } from '../measures/catalogue.js';
import { didYouMean } from '../nearest.js';
import { type Problem, UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { SETTINGS_FILE } from '../workspace/settings-file.js';
import type { Target } from '../workspace/tables.js';
import { checkFolder, openWorkspace } from '../workspace/workspace.js';
import { type CatalogueEntry, entryAsJson, entryOf, hereAsJson } from './catalogue-entry.js';
import { catalogueTable } from './catalogue-table.js';
import { type Console, sayProblems } from './console.js';
import { measureInFull } from './measure-in-full.js';

/** Where the terminal does not tell. */
const USUAL_WIDTH = 100;

export interface MeasuresOptions {
  readonly workspace: string;
  readonly json: boolean;
  readonly area?: string;
}

/** `scorecard measures`: the catalogue, with a workspace's own measures, targets and data where there is one. */
export async function listMeasures(
  id: string | undefined,
  options: MeasuresOptions,
  console: Console,
): Promise<void> {
  const folder = resolve(options.workspace);
  checkFolder(folder);
  const definitions = readExtractDefinitions();
  const { measures, problems } = readCatalogue([toolPath('measures'), join(folder, 'measures')], definitions);
  stopOnErrors(problems);
  const workspace = await lookAtWorkspace(folder, definitions, console);
  const entries = measures.map(measure => entryOf(measure, workspace));
  const width = console.width ?? USUAL_WIDTH;
  if (id === undefined) {
    const listed = options.area === undefined ? entries : entriesOfArea(options.area, entries);
    console.result(options.json ? asJson(listed.map(entryAsJson)) : catalogueTable(listed, width));
  } else {
    const entry = findEntry(id, entries);
    const { measure, here } = entry;
    console.result(options.json ? asJson({ ...measure, ...hereAsJson(here) }) : measureInFull(entry, width));
  }
}

function asJson(value: object): string {
  return JSON.stringify(value, null, 2);
}

/** null, and a note of what is left out, where the folder is no workspace. */
async function lookAtWorkspace(
  folder: string,
  definitions: readonly ExtractDefinition[],
  console: Console,
): Promise<{ targets: readonly Target[]; extracts: readonly PresentExtract[] } | null> {
  if (!existsSync(join(folder, SETTINGS_FILE))) {
    const message = `There is no ${SETTINGS_FILE} in ${folder}, so targets and whether there is data are left out. Give a workspace with --workspace.`;
    console.problem({ severity: 'note', rule: 'no-workspace', message });
    return null;
  }
  const { workspace, problems } = openWorkspace(folder);
  stopOnErrors(problems);
  if (!workspace) throw new Error('a workspace without settings and without an error');
  const present = await presentExtracts(folder, workspace.settings, definitions);
  // What stops a build does not stop a list.
  sayProblems(
    console,
    present.problems.map(problem => ({ ...problem, severity: 'warning' })),
  );
  return { targets: workspace.targets.map(row => row.value), extracts: present.extracts };
}

/** @throws UserError 2, because a list made from faulty settings or descriptions would be taken for the whole */
function stopOnErrors(problems: readonly Problem[]): void {
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new UserError(2, errors);
}

function entriesOfArea(area: string, entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const found = entries.filter(entry => entry.measure.area.toLowerCase() === area.toLowerCase());
  if (found.length > 0) return found;
  const known = [...new Set(entries.map(entry => entry.measure.area))];
  const advice = didYouMean(area, known) || ` The areas are ${known.join(', ')}.`;
  throw UserError.of(2, 'unknown-area', `There is no area "${area}".${advice}`);
}

function findEntry(id: string, entries: readonly CatalogueEntry[]): CatalogueEntry {
  const entry = entries.find(each => each.measure.id === id);
  if (entry) return entry;
  const known = entries.map(each => each.measure.id);
  const advice = didYouMean(id, known) || ' List them with: scorecard measures.';
  throw UserError.of(2, 'unknown-measure', `There is no measure "${id}".${advice}`);
}
