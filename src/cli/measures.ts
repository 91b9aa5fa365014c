import { join, resolve } from 'node:path';
import { readExtractDefinitions } from '../extracts/definitions.js';
import { readCatalogue } from '../measures/catalogue.js';
import { isSnapshot, type Measure } from '../measures/measure.js';
import { didYouMean } from '../nearest.js';
import { UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { checkFolder } from '../workspace/workspace.js';
import type { Console } from './console.js';

/** `scorecard measures`: the catalogue, with a workspace's own measures where there is one. */
export function listMeasures(
  id: string | undefined,
  options: { workspace: string; json: boolean },
  console: Console,
): void {
  const workspace = resolve(options.workspace);
  checkFolder(workspace);
  const folders = [toolPath('measures'), join(workspace, 'measures')];
  const { measures, problems } = readCatalogue(folders, readExtractDefinitions());
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new UserError(2, errors);
  if (id === undefined) console.result(options.json ? catalogueAsJson(measures) : catalogueAsText(measures));
  else {
    const measure = findMeasure(id, measures);
    console.result(options.json ? JSON.stringify(measure, null, 2) : measureAsText(measure));
  }
}

function findMeasure(id: string, measures: readonly Measure[]): Measure {
  const measure = measures.find(each => each.id === id);
  if (measure) return measure;
  const known = measures.map(each => each.id);
  const advice = didYouMean(id, known) || ' List them with: scorecard measures.';
  throw UserError.of(2, 'unknown-measure', `There is no measure "${id}".${advice}`);
}

function catalogueAsJson(measures: readonly Measure[]): string {
  const rows = measures.map(({ id, area, name, kind, unit, polarity }) => ({
    id,
    area,
    name,
    kind,
    unit,
    polarity,
  }));
  return JSON.stringify(rows, null, 2);
}

function catalogueAsText(measures: readonly Measure[]): string {
  const width = Math.max(...measures.map(measure => measure.id.length));
  const areas = [...new Set(measures.map(measure => measure.area))];
  const lists = areas.map(area => {
    const lines = measures
      .filter(measure => measure.area === area)
      .map(measure => `  ${measure.id.padEnd(width)}  ${measure.name}`);
    return [area, ...lines].join('\n');
  });
  return lists.join('\n\n');
}

function measureAsText(measure: Measure): string {
  const facts = [
    `${measure.name} (${measure.id})`,
    `Area      ${measure.area}`,
    `Counts    ${measure.counts}${measure.of === '' ? '' : `, of ${measure.of}`}`,
    `Dated by  ${measure.datedBy}${isSnapshot(measure) ? ' (one figure a month end)' : ''}`,
    `Polarity  ${measure.polarity}`,
    `Unit      ${measure.unit}`,
    `Source    ${measure.source}`,
    `Reading   ${measure.guide}`,
  ];
  const queries = measure.versions.map(version => {
    const months = [version.from && `from ${version.from}`, version.to && `to ${version.to}`]
      .filter(Boolean)
      .join(' ');
    return `\n${version.sqlFile}${months === '' ? '' : ` (${months})`}\n${version.sql.trimEnd()}`;
  });
  return [...facts, ...queries].join('\n');
}
