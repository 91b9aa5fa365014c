import { MOST_LOCATED } from '../extracts/faults.js';
import { readHeadings } from '../extracts/headings.js';
import { writtenAs } from '../extracts/sources/extract-sources.js';
import { formatNumber } from '../figures/display.js';
import type { Measure } from '../measures/measure.js';
import { didYouMean } from '../nearest.js';
import type { Severity } from '../problems.js';
import { placeInWords } from '../table-files.js';
import type { CheckContext } from './context.js';
import { linkRows } from './finders/value-finders.js';
import type { Line } from './locate.js';
import { MOST_PLACES } from './row-query.js';
import type { Finding, FoundPlace, Hit, Rule } from './rule.js';

/** Hits gathered into findings: one for each rule, extract, column and value, with the words of the rule. */

type Lines = ReadonlyMap<string, ReadonlyMap<string, readonly Line[]>>;

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

export function findingsOf(
  context: CheckContext,
  rules: readonly Rule[],
  hits: readonly Hit[],
  lines: Lines,
): Finding[] {
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  const causeOf = causesBy(byId);
  const groups = withOneCause(grouped(withoutConsequences(hits, byId, causeOf)), causeOf);
  const headings = new Headings(context);
  const findings = groups.flatMap(group => {
    const rule = byId.get(group[0]?.rule ?? '');
    return rule ? [findingOf(context, rule, group, causeOf, lines, headings)] : [];
  });
  return inOrderOfWeight(findings, byId);
}

/**
 * What to mend first. Of one severity: what changes figures before what does not; a file or an extract as a whole before
 * some of its rows; and then as many rows as measures are touched by them.
 */
function inOrderOfWeight(findings: readonly Finding[], rules: ReadonlyMap<string, Rule>): Finding[] {
  const weights = (finding: Finding): readonly number[] => [
    GRAVITY[finding.severity],
    rules.get(finding.rule)?.figuresStand ? 1 : 0,
    isOfWhole(finding) ? 0 : 1,
    -finding.count * Math.max(finding.measures.length, 1),
  ];
  const name = ({ rule, extract, column, message }: Finding) => [rule, extract, column, message].join(' ');
  return findings
    .map(finding => ({ finding, weights: weights(finding), name: name(finding) }))
    .sort((a, b) => {
      const at = a.weights.findIndex((weight, index) => weight !== b.weights[index]);
      if (at >= 0) return (a.weights[at] ?? 0) - (b.weights[at] ?? 0);
      return a.name < b.name ? -1 : 1;
    })
    .map(({ finding }) => finding);
}

/** It stands on no line, or in the heading. */
function isOfWhole({ places }: Finding): boolean {
  return places.every(({ line }) => line === undefined || line === 1);
}

/** Leaves out what follows from another fault of the same extract, and goes when that one is mended. */
function withoutConsequences(
  hits: readonly Hit[],
  rules: ReadonlyMap<string, Rule>,
  causeOf: CauseOf,
): Hit[] {
  const explained = new Set(
    hits.flatMap(({ rule, extract }) => rules.get(rule)?.explains.map(other => `${other} ${extract}`) ?? []),
  );
  if (explained.size === 0) return [...hits];
  // Where a part of an extract is missing, so are the records that others name of it.
  return hits.filter(
    hit =>
      !explained.has(`${hit.rule} ${hit.extract}`) &&
      !explained.has(`${hit.rule} ${causeOf(hit) || hit.extract}`),
  );
}

/** The extract to be mended where a record names another that is not there; '' where the hit's own is. */
type CauseOf = (hit: Hit) => string;

function causesBy(rules: ReadonlyMap<string, Rule>): CauseOf {
  const links = new Map(linkRows().map(link => [`${link.extract} ${link.column}`, link.to_extract]));
  return ({ rule, extract, column }) => {
    const mendedIn = rules.get(rule)?.mendedIn ?? '';
    return mendedIn === 'named' ? (links.get(`${extract} ${column}`) ?? '') : mendedIn;
  };
}

/** Past these the column holds something else altogether, and more of its texts say nothing new. */
const MOST_VALUES = 20;

/** Hits of one rule, extract, column and value; values beyond the commonest are one group. */
function grouped(hits: readonly Hit[]): Hit[][] {
  const columns = new Map<string, Map<string, Hit[]>>();
  for (const hit of hits) {
    const key = JSON.stringify([hit.rule, hit.extract, hit.column]);
    const values = columns.get(key) ?? new Map<string, Hit[]>();
    columns.set(key, values);
    const group = values.get(hit.value);
    if (group) group.push(hit);
    else values.set(hit.value, [hit]);
  }
  return [...columns.values()].flatMap(values => {
    const groups = [...values.values()].sort((a, b) => b.length - a.length);
    if (groups.length <= MOST_VALUES) return groups;
    const others = groups.slice(MOST_VALUES).flat();
    const value = `${groups.length - MOST_VALUES} other texts`;
    return [...groups.slice(0, MOST_VALUES), others.map(hit => ({ ...hit, value }))];
  });
}

/** Groups of a rule in several extracts, as one where another extract is the cause of them all. */
function withOneCause(groups: readonly Hit[][], causeOf: CauseOf): Hit[][] {
  const gathered = new Map<string, Hit[]>();
  const others: Hit[][] = [];
  for (const group of groups) {
    const [first] = group;
    const cause = first ? causeOf(first) : '';
    const key = JSON.stringify([first?.rule, cause, first?.value]);
    if (cause === '') others.push(group);
    else gathered.set(key, [...(gathered.get(key) ?? []), ...group]);
  }
  return [...gathered.values(), ...others];
}

function findingOf(
  context: CheckContext,
  rule: Rule,
  hits: readonly Hit[],
  causeOf: CauseOf,
  lines: Lines,
  headings: Headings,
): Finding {
  const [first] = hits;
  if (!first) throw new Error('a finding without a hit');
  const { column } = first;
  const extracts = [...new Set(hits.map(hit => hit.extract))];
  const isOfSeveral = extracts.length > 1;
  const extract = isOfSeveral ? causeOf(first) : first.extract;
  const regraded = context.settings.checks[rule.id];
  const count = sum(extracts.map(each => countOf(hits.filter(hit => hit.extract === each))));
  const told = isOfSeveral ? `${extracts.length} extracts` : extract;
  const detail = rule.id === 'unknown-code' ? nearestCode(context, first) : first.detail;
  return {
    severity: regraded?.severity ?? rule.severity,
    rule: rule.id,
    title: rule.title,
    extract,
    ...(isOfSeveral ? { shownIn: extracts } : {}),
    column,
    count,
    message: inWords(rule.message, { ...first, extract: told, detail }, count, isCapped(rule, hits)).trim(),
    whatToDo: rule.whatToDo,
    why: rule.why,
    measures: touchedBy(context.measures, rule, hits),
    places: placesOf(context, rule, hits, lines, headings),
    regradedBecause: regraded?.reason ?? '',
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Where a query's hits were not all fetched it says how many there are. */
function countOf(hits: readonly Hit[]): number {
  return hits.length < MOST_PLACES ? hits.length : Math.max(hits.length, hits[0]?.total ?? 0);
}

/** Of the cells of a file that cannot be read no more than so many are looked up. */
function isCapped(rule: Rule, hits: readonly Hit[]): boolean {
  return rule.finds.kind === 'reading' && hits.length >= MOST_LOCATED;
}

function nearestCode({ definitions }: CheckContext, { extract, column, value }: Hit): string {
  const codes =
    definitions.find(each => each.name === extract)?.columns.find(each => each.name === column)?.codes ?? [];
  return (didYouMean(value, codes) || ` It has ${codes.join(', ')}.`).trim();
}

/** Longer than any code; a sentence that was typed into the column would fill the screen. */
const LONGEST_VALUE = 80;

function inWords(template: string, hit: Hit, count: number, orMore: boolean): string {
  const number = `${formatNumber(count, 0)}${orMore ? ' or more' : ''}`;
  const counted = (one: string, many: string) => `${number} ${count === 1 ? one : many}`;
  const words: Readonly<Record<string, string>> = {
    count: number,
    rows: counted('row', 'rows'),
    files: counted('file', 'files'),
    extracts: counted('extract', 'extracts'),
    parts: counted('extract or column', 'extracts or columns'),
    places: counted('place', 'places'),
    have: count === 1 ? 'has' : 'have',
    are: count === 1 ? 'is' : 'are',
    s: count === 1 ? 's' : '',
    extract: hit.extract,
    column: hit.column,
    value: hit.value.length > LONGEST_VALUE ? `${hit.value.slice(0, LONGEST_VALUE)}…` : hit.value,
    detail: hit.detail,
  };
  // A file that cannot be opened may be of no extract that is known.
  const sentence = hit.extract === '' ? template.replace(' of {extract}', '') : template;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`the rule ${hit.rule} says {${name}}, which there is none of`);
    return word;
  });
}

/** What cannot be read takes its whole row with it, whichever column it stands in. */
function leavesRowsOut({ finds }: Rule): boolean {
  return finds.kind === 'reading';
}

/** @returns ids */
function touchedBy(measures: readonly Measure[], rule: Rule, hits: readonly Hit[]): string[] {
  const named = hits.flatMap(hit => hit.measures ?? []);
  if (named.length > 0) return [...new Set(named)];
  const columns = new Map(hits.map(({ extract, column }) => [extract, leavesRowsOut(rule) ? '' : column]));
  const touched = new Set([...columns].flatMap(([extract, column]) => measuresOf(measures, extract, column)));
  return measures.filter(measure => touched.has(measure)).map(({ id }) => id);
}

/** Measures that use the column; where the whole row or file is in doubt, all that use the extract. */
function measuresOf(measures: readonly Measure[], extract: string, column: string): readonly Measure[] {
  return measures.filter(({ needs }) => {
    const columns = needs[extract];
    // A row belongs to nobody without its person and to no record without its id, whatever a measure names.
    const isOfRow = column === '' || /_id$/.test(column);
    return columns !== undefined && (isOfRow || columns.includes(column));
  });
}

/** The first of equal rows is the one that the others repeat. */
const REPEATS = new Set(['repeated-row', 'repeated-key']);

function placesOf(
  context: CheckContext,
  rule: Rule,
  hits: readonly Hit[],
  lines: Lines,
  headings: Headings,
): FoundPlace[] {
  const seen = new Set<string>();
  const places = hits.flatMap((hit): FoundPlace[] => {
    const message = hit.detail === '' ? `${rule.title}.` : hit.detail;
    if (hit.file !== undefined) {
      const column = headings.of(hit.extract, hit.file, hit.column);
      const place = { file: hit.file, ...(column === '' ? {} : { column }), message };
      return [hit.line === undefined ? place : { ...place, line: hit.line }];
    }
    // Of an extract as a whole there is no line, and where it is in parts no part that it is of.
    if (hit.rowKey === '') {
      const onlyFile = onlyFileOf(context, hit.extract);
      return onlyFile === undefined ? [] : [{ file: onlyFile, message }];
    }
    const found = lines.get(hit.extract)?.get(hit.rowKey) ?? [];
    if (seen.has(hit.rowKey)) return [];
    if (REPEATS.has(rule.id)) {
      seen.add(hit.rowKey);
      const [first, ...others] = found;
      return others.map(place => ({
        ...place,
        message: `The same ${rule.id === 'repeated-row' ? 'row' : 'id'} stands on ${placeInWords(first?.file ?? '', first?.line ?? 0)} of ${first?.file}.`,
      }));
    }
    return found.map(place => {
      const column = headings.of(hit.extract, place.file, hit.column);
      return { ...place, ...(column === '' ? {} : { column }), message };
    });
  });
  return places.sort((a, b) =>
    a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1,
  );
}

function onlyFileOf({ loaded }: CheckContext, extract: string): string | undefined {
  const files = loaded.find(({ name }) => name === extract)?.files ?? [];
  return files.length === 1 ? files[0]?.file : undefined;
}

/** What a file calls our columns. */
class Headings {
  private readonly known = new Map<string, ReadonlyMap<string, string>>();

  constructor(private readonly context: CheckContext) {}

  /** Our own name, where the file has no heading for it. */
  of(extract: string, file: string, column: string): string {
    if (column === '') return '';
    // A file of another layout may give several extracts.
    const key = `${extract} ${file}`;
    const names = this.known.get(key) ?? this.read(extract, file);
    this.known.set(key, names);
    return names.get(column) ?? column;
  }

  private read(extract: string, file: string): ReadonlyMap<string, string> {
    const found = this.context.extracts.find(({ loaded }) => loaded.name === extract);
    const text = found?.loaded.files.find(each => each.file === file)?.text;
    if (!found || text === undefined) return new Map();
    const { definition, loaded } = found;
    const layout = writtenAs(file, found.layout);
    if (loaded.through) return new Map(Object.entries(loaded.through.sources[file]?.headings ?? {}));
    const { names, positions } = readHeadings(text, file, definition, layout, layout.encoding);
    return new Map([...positions].map(([column, position]) => [column, names[position] ?? column]));
  }
}
