import { inOneLine } from '../control-characters.js';
import { formatNumber } from '../figures/display.js';
import { dateName, monthName } from '../months.js';
import { formatProblem } from '../problems.js';
import { isTable } from '../table-files.js';
import { countOf, countsInWords } from './counts.js';
import { type ExtractSummary, unreadHeadings } from './extract-summary.js';
import { placeName, placesAlike, stretchesOf } from './places-alike.js';
import type { Finding, FoundPlace } from './rule.js';

/**
 * The report of `check` as a colleague would write it: how it stands, what was read, and then each thing that was found,
 * what matters most first, with where it is, why it matters and what to do.
 */
export interface CheckReport {
  readonly council: string;
  readonly month: string;
  readonly extracts: readonly ExtractSummary[];
  /** Extracts without a file. */
  readonly absent: readonly string[];
  /** Extracts whose files are there and could not be read: the findings say why. */
  readonly unread: readonly string[];
  readonly findings: readonly Finding[];
}

/** So many places are shown of each; all are in data-quality.csv. */
const MOST_PLACES = 10;
const MOST_MEASURES = 6;
/** To be mended first; a longer list is none to begin with. */
const MOST_FIRST = 5;

export interface ReportReader {
  /** Where all places were written; '' where they were not. */
  readonly csvFile: string;
  /** A person reads it on a screen: what is said of several lines alike stands once. A log has a line for each. */
  readonly isPerson: boolean;
}

export function reportText(report: CheckReport, reader: ReportReader): string {
  const { council, month, extracts, absent, unread, findings } = report;
  return [
    `${council}, ${monthName(month)}: ${countsInWords(findings)} in ${extracts.length} ${extracts.length === 1 ? 'extract' : 'extracts'}.`,
    verdict(findings),
    ...firstLines(findings),
    '',
    'What was read',
    ...extracts.flatMap(extractLines),
    ...(unread.length === 0 ? [] : [`  Not read, for reasons below: ${unread.join(', ')}`]),
    ...(absent.length === 0 ? [] : [`  No file: ${absent.join(', ')}`]),
    ...findings.flatMap((finding, index) => ['', ...findingLines(finding, index + 1, reader)]),
  ]
    .map(inOneLine)
    .join('\n');
}

function verdict(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing was found that would make a figure wrong.';
  if (countOf(findings, 'error') > 0) return 'Errors make figures wrong, so build stops at them. Fix first:';
  if (countOf(findings, 'warning') > 0)
    return 'No error; a figure may still be wrong by what the warnings name. Fix first:';
  return 'Nothing needs to be mended before the packs are made; the notes are for when there is time.';
}

/** What weighs most, with its first place and why it matters. */
function firstLines(findings: readonly Finding[]): string[] {
  const weighty = findings.filter(({ severity }) => severity !== 'note');
  const shown = weighty.slice(0, MOST_FIRST).flatMap(({ message, why, places: [place] }, index) => {
    const where = place ? ` (${placeName(place)})` : '';
    return [`  ${index + 1}. ${message}${where}`, `     ${why}`];
  });
  const more = weighty.length - MOST_FIRST;
  return more > 0 ? [...shown, `  and ${more} more, below`] : shown;
}

function extractLines(summary: ExtractSummary): string[] {
  const rows = summary.files.reduce((sum, file) => sum + file.rowsRead, 0);
  const leftOut = summary.files.reduce((sum, file) => sum + file.rowsLeftOut, 0);
  const files = summary.files.map(({ file }) => file.replace(/^extracts\//, '')).join(', ');
  const mapped = Object.entries(summary.mapped).map(([column, heading]) => `${column} from "${heading}"`);
  const facts = [
    files,
    summary.layout === '' ? '' : `layout ${summary.layout}`,
    `${formatNumber(rows, 0)} ${rows === 1 ? 'row' : 'rows'}${leftOut === 0 ? '' : ` and ${formatNumber(leftOut, 0)} left out`}`,
    `${summary.columns.length} of ${summary.columns.length + summary.missing.length} columns`,
    summary.coversFrom === '' ? '' : `from ${dateName(summary.coversFrom)}`,
    summary.lastDate === '' ? '' : `last date ${dateName(summary.lastDate)}`,
  ];
  return [
    `  ${summary.extract}: ${facts.filter(fact => fact !== '').join('; ')}`,
    ...list('mapped', mapped),
    ...list('columns not in it', summary.missing),
    ...list('headings not read', unreadHeadings(summary)),
  ];
}

function list(label: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`    ${label}: ${items.join(', ')}`];
}

function findingLines(finding: Finding, number: number, { csvFile, isPerson }: ReportReader): string[] {
  const { severity, rule, message, places, whatToDo, why, measures, regradedBecause } = finding;
  const shown = placeLines(finding, isPerson);
  const more = places.length - MOST_PLACES;
  const all = csvFile === '' ? 'give --out data-quality.csv to have them all' : `all are in ${csvFile}`;
  return [
    `${number}. ${severity.toUpperCase()}: ${message}`,
    ...(shown.length === 0 ? [`   [${rule}]`] : shown),
    ...(more > 0 ? [`   … and ${formatNumber(more, 0)} more; ${all}`] : []),
    `   What to do: ${whatToDo}`,
    `   Why: ${why}${measures.length === 0 ? '' : ` Measures touched: ${someOf(measures)}.`}`,
    ...(regradedBecause === ''
      ? []
      : [`   Graded as ${severity} in scorecard.yml, because: ${regradedBecause}`]),
  ];
}

function placeLines({ severity, rule, places }: Finding, isPerson: boolean): string[] {
  const line = ({ message, ...place }: FoundPlace) =>
    `   ${formatProblem({ severity, rule, message, place })}`;
  const shown = places.slice(0, MOST_PLACES);
  if (!isPerson) return shown.map(line);
  return placesAlike(shown).flatMap(({ place, lines: [, ...others] }) => {
    const also = others.length === 0 ? [] : [`     and the same on ${placesInWords(place.file, others)}`];
    return [line(place), ...also];
  });
}

/** "lines 6–14", "row 3" of a table */
function placesInWords(file: string, lines: readonly number[]): string {
  return `${isTable(file) ? 'row' : 'line'}${lines.length === 1 ? '' : 's'} ${stretchesOf(lines)}`;
}

/** "a, b and 3 more measures" */
function someOf(measures: readonly string[]): string {
  const shown = measures.slice(0, MOST_MEASURES);
  const more = measures.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
