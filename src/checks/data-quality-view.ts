import { formatNumber } from '../figures/display.js';
import { dateName } from '../months.js';
import type { Severity } from '../problems.js';
import { countOf, countsInWords } from './counts.js';
import { type ExtractSummary, unreadHeadings } from './extract-summary.js';
import { type PlacesAlike, placeName, placesAlike, stretchesOf } from './places-alike.js';
import type { CheckReport } from './report-text.js';
import type { Finding } from './rule.js';

/** The data-quality pack for the performance team: what was read, rejected, suspicious or missing, by extract. */
export interface DataQualityView {
  /** '' where no day is known. */
  readonly extractedOn: string;
  /** "1 error, 2 warnings and 3 notes in 22 extracts" */
  readonly counts: string;
  /** What that means for the figures, in a sentence. */
  readonly verdict: string;
  /** What to mend first; those of the greatest weight. */
  readonly first: readonly FindingView[];
  readonly extracts: readonly ExtractRow[];
  /** Extracts with findings, those of errors first; findings that are of no extract last. */
  readonly found: readonly SectionView[];
  readonly missing: readonly { readonly extract: string; readonly text: string }[];
  /** Extracts without a file, in one line; '' where all are there. */
  readonly absent: string;
  /** Extracts whose files could not be read, in one line; '' where all could. */
  readonly unread: string;
  readonly toolVersion: string;
}

export interface ExtractRow {
  readonly name: string;
  /** Of its section; '' where nothing was found. */
  readonly anchor: string;
  readonly files: string;
  readonly rowsRead: string;
  readonly rowsLeftOut: string;
  readonly columns: string;
  readonly coversFrom: string;
  readonly lastDate: string;
  readonly extractedOn: string;
  readonly found: string;
}

export interface SectionView {
  readonly name: string;
  readonly anchor: string;
  readonly counts: string;
  readonly findings: readonly FindingView[];
}

export interface FindingView {
  readonly anchor: string;
  readonly severity: Severity;
  readonly word: string;
  readonly rule: string;
  readonly message: string;
  readonly why: string;
  readonly whatToDo: string;
  /** Ids of the measures in doubt, in one line; '' where there is none. */
  readonly measures: string;
  readonly regradedBecause: string;
  readonly places: readonly PlaceView[];
  /** The first place, as in "posts.csv:3"; '' where there is none. */
  readonly where: string;
  /** "and 12 more, in data-quality.csv"; '' where all are shown. */
  readonly more: string;
}

export interface PlaceView {
  readonly file: string;
  /** "5–9, 12", where the same is said of each. */
  readonly lines: string;
  readonly column: string;
  readonly message: string;
}

const MOST_FIRST = 5;
const MOST_PLACES = 10;

const WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', note: 'Note' };

export interface DataQualityInput extends CheckReport {
  /** YYYY-MM-DD */
  readonly extractedOn: string;
  readonly toolVersion: string;
  /** The run went on in spite of errors, because somebody allowed it to. */
  readonly errorsAllowed: boolean;
}

export function dataQualityView(input: DataQualityInput): DataQualityView {
  const { extracts, absent, unread, findings, extractedOn, toolVersion } = input;
  const views = new Map(findings.map((finding, index) => [finding, findingView(finding, index + 1)]));
  const viewOf = (finding: Finding) => views.get(finding) as FindingView;
  return {
    extractedOn: extractedOn === '' ? '' : dateName(extractedOn),
    counts: `${countsInWords(findings)} in ${extracts.length} ${extracts.length === 1 ? 'extract' : 'extracts'}`,
    verdict: verdictOf(input),
    first: findings
      .filter(({ severity }) => severity !== 'note')
      .slice(0, MOST_FIRST)
      .map(viewOf),
    extracts: extracts.map(summary => extractRow(summary, findings)),
    found: sectionsOf(findings).map(({ name, findings: own }) => ({
      name: name === '' ? 'Files and settings' : name,
      anchor: anchorOf(name),
      counts: countsInWords(own),
      findings: own.map(viewOf),
    })),
    missing: extracts.flatMap(missingOf),
    absent: absent.join(', '),
    unread: unread.join(', '),
    toolVersion,
  };
}

function verdictOf({ findings, errorsAllowed }: DataQualityInput): string {
  if (countOf(findings, 'error') > 0) {
    const wrong = 'Figures that draw on what the errors name are wrong.';
    return errorsAllowed ? `${wrong} The packs were made in spite of them (--allow-errors).` : wrong;
  }
  if (countOf(findings, 'warning') > 0)
    return 'Nothing stops the packs; figures may be wrong by what the warnings name.';
  return 'Nothing was found that would make a figure wrong.';
}

/** The findings are in the order of their weight, and so are the extracts of the first finding in each. */
function sectionsOf(findings: readonly Finding[]): { name: string; findings: Finding[] }[] {
  const sections = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = sections.get(finding.extract);
    if (own) own.push(finding);
    else sections.set(finding.extract, [finding]);
  }
  const all = [...sections].map(([name, own]) => ({ name, findings: own }));
  return [...all.filter(({ name }) => name !== ''), ...all.filter(({ name }) => name === '')];
}

function anchorOf(extract: string): string {
  return extract === '' ? 'found-elsewhere' : `found-in-${extract.replaceAll('_', '-')}`;
}

function extractRow(summary: ExtractSummary, findings: readonly Finding[]): ExtractRow {
  const own = findings.filter(({ extract, shownIn }) => (shownIn ?? [extract]).includes(summary.extract));
  const sum = (count: 'rowsRead' | 'rowsLeftOut') =>
    formatNumber(
      summary.files.reduce((total, file) => total + file[count], 0),
      0,
    );
  const day = (date: string) => (date === '' ? '' : dateName(date));
  return {
    name: summary.extract,
    anchor: own[0]
      ? anchorOf((own.find(({ extract }) => extract === summary.extract) ?? own[0]).extract)
      : '',
    files: summary.files.map(({ file }) => fileName(file)).join(', '),
    rowsRead: sum('rowsRead'),
    rowsLeftOut: sum('rowsLeftOut'),
    columns: `${summary.columns.length} of ${summary.columns.length + summary.missing.length}`,
    coversFrom: day(summary.coversFrom),
    lastDate: day(summary.lastDate),
    extractedOn: day(summary.extractedOn),
    found: own.length === 0 ? 'Nothing' : countsInWords(own),
  };
}

function missingOf(summary: ExtractSummary): { extract: string; text: string }[] {
  const { extract, missing } = summary;
  const unread = unreadHeadings(summary);
  const parts = [
    missing.length === 0 ? '' : `Columns not in it: ${missing.join(', ')}.`,
    unread.length === 0 ? '' : `Headings not read: ${unread.join(', ')}.`,
  ].filter(part => part !== '');
  return parts.length === 0 ? [] : [{ extract, text: parts.join(' ') }];
}

function findingView(finding: Finding, number: number): FindingView {
  const { severity, rule, message, why, whatToDo, measures, regradedBecause, places } = finding;
  const more = places.length - MOST_PLACES;
  return {
    anchor: `finding-${number}`,
    severity,
    word: WORDS[severity],
    rule,
    message,
    why,
    whatToDo,
    measures: measures.join(', '),
    regradedBecause,
    places: placesAlike(places.slice(0, MOST_PLACES)).map(group => placeView(group, message)),
    where: places[0] ? fileName(placeName(places[0])) : '',
    more: more > 0 ? `and ${formatNumber(more, 0)} more, in data-quality.csv` : '',
  };
}

function placeView({ place: { file, column, message }, lines }: PlacesAlike, told: string): PlaceView {
  return {
    file: fileName(file),
    lines: stretchesOf(lines),
    column: column ?? '',
    // Of a file as a whole the finding has said all.
    message: message === told ? 'The file as a whole.' : message,
  };
}

function fileName(file: string): string {
  return file.replace(/^extracts\//, '');
}
