import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFindings } from '../checks/find.js';
import { findingProblems, readingProblems, regraded } from '../checks/told.js';
import { asPrinted } from '../disclosure/as-printed.js';
import { publicFigures } from '../disclosure/public-figures.js';
import { latestExtraction } from '../extracts/coverage.js';
import { stopOnErrors } from '../extracts/load.js';
import { FigureSet } from '../figures/figure-set.js';
import { variationSettings } from '../figures/variation/settings.js';
import { type WorkedOut, workOutFigures } from '../figures/work-out.js';
import { isAskedFor } from '../measures/measure.js';
import { chooseCandidates } from '../narrative/draft/choose.js';
import { type DraftInput, newDraft, withNewCandidates } from '../narrative/draft/draft-file.js';
import { UserError } from '../problems.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Console } from './console.js';
import { localDate } from './local-date.js';
import { checkMonth, readMonth } from './month.js';
import { type Prepared, prepare } from './prepare.js';
import { openCommentary } from './run-inputs.js';
import { writeWhole } from './write-whole.js';

/** `scorecard draft`: candidates for the three questions, into the month's commentary. */

export interface DraftOptions {
  readonly workspace: string;
  readonly month: string;
  readonly json: boolean;
}

/** @throws UserError 1 for extracts with errors, or a commentary that cannot be read; 2 where it cannot be written */
export async function draft(options: DraftOptions, console: Console): Promise<void> {
  const month = readMonth(options.month, localDate(new Date()));
  const prepared = prepare(options.workspace);
  const workedOut = await workOut(prepared, month);
  const extractedOn = latestExtraction(workedOut.coverage);
  checkMonth(month, extractedOn);
  const written = write(prepared.workspace, draftInput(prepared, workedOut, month, extractedOn));
  if (options.json) console.result(JSON.stringify(written, null, 2));
  else console.result(inWords(written));
}

/** The figures of the month. @throws UserError 1 where a build would stop too */
function workOut(prepared: Prepared, month: string): Promise<WorkedOut> {
  const { workspace, catalogue, definitions, rules } = prepared;
  const { folder, settings } = workspace;
  return workOutFigures({
    ...prepared,
    month,
    onRead: async (database, read) => {
      const { measures } = catalogue;
      const place = { database, folder, settings, definitions, measures, month, ...read };
      const findings = await findFindings(place, rules);
      stopOnErrors([
        ...regraded(readingProblems(read.problems, rules), settings),
        ...findingProblems(findings, rules),
      ]);
    },
  });
}

function draftInput(
  { workspace, catalogue }: Prepared,
  workedOut: WorkedOut,
  month: string,
  extractedOn: string,
): DraftInput {
  const { settings } = workspace;
  const { measures } = catalogue;
  const { threshold } = settings.small_numbers;
  const targets = workspace.targets.map(row => row.value);
  const mayBePublished = publicFigures({ ...workedOut, measures, month, threshold, targets });
  const source = {
    month,
    measures: measures.filter(each => isAskedFor(each, settings.report.measures_asked_by)),
    figures: new FigureSet(workedOut.figures),
    published: new FigureSet(asPrinted(mayBePublished, measures, targets)),
    targets,
    comparators: workspace.comparators.map(row => row.value),
    variation: variationSettings(settings),
    smallNumber: threshold,
  };
  const actions = workspace.actions.map(row => row.value);
  return { chosen: chooseCandidates(source), actions, source, extractedOn };
}

interface Written {
  readonly file: string;
  readonly goingWell: number;
  readonly worriedAbout: number;
  /** Candidates that went into a file that was there; null for a new file. */
  readonly added: number | null;
}

function write(workspace: Workspace, input: DraftInput): Written {
  const name = `commentary/${input.source.month}.md`;
  const path = join(workspace.folder, name);
  const { goingWell, worriedAbout } = input.chosen;
  const counts = { file: path, goingWell: goingWell.length, worriedAbout: worriedAbout.length };
  const commentary = openCommentary(workspace, name);
  if (!commentary || !existsSync(path)) {
    writeWhole(path, newDraft(input));
    return { ...counts, added: null };
  }
  // What cannot be understood is not added to: its heading might swallow the candidates.
  if (commentary.problems.some(({ severity }) => severity === 'error'))
    throw new UserError(1, commentary.problems);
  const { text, added } = withNewCandidates(readFileSync(path, 'utf8'), commentary, input);
  if (added > 0) writeWhole(path, text);
  return { ...counts, added };
}

function inWords({ file, goingWell, worriedAbout, added }: Written): string {
  if (added === 0) return `${file} says something about every candidate already; it stays as it is.`;
  if (added !== null)
    return `${file} keeps every word; ${added} new ${added === 1 ? 'candidate stands' : 'candidates stand'} at its end.`;
  return `${file} has ${goingWell} ${goingWell === 1 ? 'candidate' : 'candidates'} for what is going well and ${worriedAbout} for what we are worried about. Edit them, then fill in approved_by and approved_on.`;
}
