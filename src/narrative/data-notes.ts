import { type Coverage, latestExtraction } from '../extracts/coverage.js';
import type { LoadedExtract } from '../extracts/load.js';
import { formatNumber, reasonInWords } from '../figures/display.js';
import type { FigureSet } from '../figures/figure-set.js';
import { countFor } from '../figures/stand-ins.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { dateName, monthName } from '../months.js';

/** What a reader should know of the data: one sentence or two for each extract and for each measure without a figure. */
export interface DataNote {
  readonly subject: string;
  readonly text: string;
}

export interface NotesInput {
  readonly month: string;
  readonly measures: readonly Measure[];
  readonly figures: FigureSet;
  readonly loaded: readonly LoadedExtract[];
  readonly coverage: readonly Coverage[];
  /** Rows that two monthly packs count differ by what happened in between, which may be a small number. */
  readonly hidesRowCounts?: boolean;
}

export function dataNotes(input: NotesInput): DataNote[] {
  const needed = new Set(input.measures.flatMap(measure => Object.keys(measure.needs)));
  return [
    ...input.loaded.filter(extract => needed.has(extract.name)).map(extract => extractNote(extract, input)),
    ...input.measures.flatMap(measure => absenceNote(measure, input)),
    ...input.measures.flatMap(measure => countNote(measure, input)),
  ];
}

function extractNote(extract: LoadedExtract, { coverage, hidesRowCounts = false }: NotesInput): DataNote {
  const latest = latestExtraction(coverage);
  const subject = subjectOf(extract.name);
  const found = coverage.find(each => each.extract === extract.name);
  if (!found) return { subject, text: 'No extract was given this month.' };
  const rows = extract.files.reduce((sum, file) => sum + file.rowsRead, 0);
  const leftOut = extract.files.reduce((sum, file) => sum + file.rowsLeftOut, 0);
  const parts = [
    hidesRowCounts ? '' : `${formatNumber(rows, 0)} ${rows === 1 ? 'row' : 'rows'}`,
    found.coversFrom ? `complete from ${dateName(found.coversFrom)}` : '',
    // The pack gives the date that most extracts share.
    found.extractedOn && found.extractedOn !== latest ? `extracted on ${dateName(found.extractedOn)}` : '',
  ].filter(part => part !== '');
  const said = parts.length > 0 ? parts.join(', ') : 'as it stood on the day it was extracted';
  const loss = leftOut === 0 ? '' : ` ${lossInWords(leftOut, hidesRowCounts)}`;
  return { subject, text: `${said.charAt(0).toUpperCase()}${said.slice(1)}.${loss}` };
}

function lossInWords(leftOut: number, hidesRowCounts: boolean): string {
  if (hidesRowCounts) return 'Some rows could not be read and are not counted.';
  const one = leftOut === 1 ? 'row could not be read and is' : 'rows could not be read and are';
  return `${formatNumber(leftOut, 0)} ${one} not counted.`;
}

function absenceNote(measure: Measure, { figures, month }: NotesInput): DataNote[] {
  const figure = figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
  if (figure?.status !== 'no-data') return [];
  return [{ subject: measure.name, text: `No data for ${monthName(month)} (${reasonInWords(figure)}).` }];
}

/** A number that the source has counted is not one that can be followed back to records. */
function countNote(measure: Measure, { figures, month, loaded }: NotesInput): DataNote[] {
  const found = countFor(measure, loaded);
  const figure = figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
  if (!found || figure?.status === 'no-data') return [];
  const source = subjectOf(found.extract).toLowerCase();
  return [{ subject: measure.name, text: `Counted by the source of ${source} itself: ${found.count.note}.` }];
}

/** "s47_enquiries" as "Section 47 enquiries", "cp_plans" as "CP plans". */
export function subjectOf(extract: string): string {
  const words = extract
    .replaceAll('_', ' ')
    .replace(/^s47/, 'section 47')
    .replace(/\b(cp|cin)\b/g, name => name.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
