import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Random } from '../../../scripts/sample-data/random.js';
import { toolPath } from '../../../src/tool-folder.js';
import { anyCell, dayOf, days, type FaultKind, later, on, shown } from './fault.js';
import { type Sample, type Sheet, toLine, toText } from './sample.js';

/** Dates in an order that cannot be, and records of one child that cannot be at once. */

export function table(name: string): Record<string, string>[] {
  return parse(readFileSync(toolPath('reference', `${name}.csv`), 'utf8'), { columns: true });
}

/** A row of one of the tools's tables whose extract the sample has with these columns. */
export function anyEntry(
  sample: Sample,
  random: Random,
  name: string,
  columns: readonly string[],
): { entry: Record<string, string>; sheet: Sheet } {
  const known = table(name).flatMap(entry => {
    const sheet = sample.cases.find(({ extract }) => extract === entry.extract);
    return sheet?.has(...columns.map(column => entry[column] ?? '')) ? [{ entry, sheet }] : [];
  });
  return random.pick(known);
}

const EXTRACTED_ON = '05/10/2020';
const MONTH_END = '30/09/2020';

/** A line on which every one of the columns says something. */
function anyFilled(sheet: Sheet, random: Random, ...columns: readonly string[]): number | undefined {
  const lines = sheet.linesWhere(line => columns.every(column => sheet.cell(line, column) !== ''));
  return lines.length === 0 ? undefined : random.pick(lines);
}

/** Lines of each person in an extract. */
function byPerson(sheet: Sheet): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const line of sheet.linesWhere(() => true)) {
    const person = sheet.cell(line, 'person_id');
    lines.set(person, [...(lines.get(person) ?? []), line]);
  }
  return lines;
}

/** The extract's record of another day, where it names one that was before. */
function beforeNamed(
  name: string,
  rule: string,
  [extract, link, date]: readonly [string, string, string],
  [named, key, start]: readonly [string, string, string],
): FaultKind {
  return {
    name,
    inject: (sample, random) => {
      const sheet = sample.sheet(extract);
      const other = sample.sheet(named);
      const line = anyFilled(sheet, random, link, date);
      if (line === undefined) return undefined;
      const [begun] = other.linesWhere(each => other.cell(each, key) === sheet.cell(line, link));
      if (begun === undefined) return undefined;
      const content = sheet.withCell(
        line,
        date,
        later(other.cell(begun, start).slice(0, 10), -random.int(1, 9)),
      );
      return { extract, content, rule, places: on(sheet, line) };
    },
  };
}

export const ORDER_KINDS: readonly FaultKind[] = [
  {
    name: 'ended before it started',
    inject: (sample, random) => {
      const { entry, sheet } = anyEntry(sample, random, 'date-orders', ['earlier', 'later']);
      const { earlier = '', later: last = '' } = entry;
      const line = anyFilled(sheet, random, earlier, last);
      if (line === undefined) return undefined;
      const before = later(sheet.cell(line, earlier), -random.int(1, 9));
      const content = sheet.withCell(line, last, before.slice(0, sheet.cell(line, last).length));
      return { extract: sheet.extract, content, rule: 'ended-before-started', places: on(sheet, line) };
    },
  },
  {
    name: 'completed a minute before it was received',
    inject: (sample, random) => {
      const sheet = sample.sheet('contacts');
      const line = anyFilled(sheet, random, 'completed_at');
      if (line === undefined) return undefined;
      const received = sheet.cell(line, 'received_at');
      const minute = Number(received.slice(14, 16));
      if (minute === 0) return undefined;
      const content = sheet.withCell(
        line,
        'completed_at',
        received.slice(0, 14) + String(minute - 1).padStart(2, '0'),
      );
      return { extract: sheet.extract, content, rule: 'ended-before-started', places: on(sheet, line) };
    },
  },
  {
    name: 'a date after the extraction',
    inject: (sample, random) => {
      const found = anyCell(
        sample,
        random,
        ({ name, type }) => (type === 'date' || type === 'datetime') && !/^due_|^expected_/.test(name),
      );
      if (!found) return undefined;
      const { sheet, line, column, text } = found;
      const ahead = later(EXTRACTED_ON, random.int(1, 400)) + text.slice(10);
      const content = sheet.withCell(line, column.name, ahead);
      return { extract: sheet.extract, content, rule: 'after-extraction', places: on(sheet, line) };
    },
  },
  {
    name: 'a record from before the birth',
    inject: (sample, random) => {
      const { entry, sheet } = anyEntry(sample, random, 'life-dates', ['column']);
      const { column = '', before_birth_weeks: weeks } = entry;
      const line = anyFilled(sheet, random, column);
      if (line === undefined) return undefined;
      const people = sample.sheet('people');
      const [person] = people.linesWhere(
        each => people.cell(each, 'person_id') === sheet.cell(line, 'person_id'),
      );
      const birth = person === undefined ? '' : people.cell(person, 'date_of_birth');
      if (birth === '') return undefined;
      const before = later(birth, -Number(weeks) * 7 - random.int(1, 90));
      const content = sheet.withCell(line, column, before + sheet.cell(line, column).slice(10));
      return { extract: sheet.extract, content, rule: 'before-birth', places: on(sheet, line) };
    },
  },
  {
    name: 'a record from after the death',
    inject: (sample, random) => {
      const { entry, sheet } = anyEntry(sample, random, 'life-dates', ['column']);
      const { column = '' } = entry;
      const picked = anyFilled(sheet, random, column);
      if (picked === undefined) return undefined;
      const person = sheet.cell(picked, 'person_id');
      // The death is put between the last two days on which anything happened.
      const happened = table('life-dates').flatMap(({ extract, column: on = '' }) => {
        const other = sample.cases.find(each => each.extract === extract);
        if (!other?.has(on)) return [];
        return other
          .linesWhere(line => other.cell(line, 'person_id') === person && other.cell(line, on) !== '')
          .map(line => ({ place: { file: other.file, line }, day: dayOf(other.cell(line, on)) }));
      });
      const last = Math.max(...happened.map(({ day }) => day));
      const places = happened.filter(({ day }) => day === last).map(({ place }) => place);
      const people = sample.sheet('people');
      const [line] = people.linesWhere(each => people.cell(each, 'person_id') === person);
      if (line === undefined || new Set(places.map(({ file }) => file)).size > 1) return undefined;
      if (people.cell(line, 'date_of_birth') === '' || last <= dayOf(people.cell(line, 'date_of_birth')))
        return undefined;
      const content = people.withCell(line, 'date_of_death', later(shown(last), -1));
      return { extract: 'people', content, rule: 'after-death', places };
    },
  },
  beforeNamed(
    'a conference before its enquiry',
    'conference-before-enquiry',
    ['conferences', 'enquiry_id', 'held_on'],
    ['s47_enquiries', 'enquiry_id', 'started_on'],
  ),
  beforeNamed(
    'a child seen before the referral',
    'seen-before-received',
    ['assessments', 'referral_id', 'child_seen_on'],
    ['referrals', 'referral_id', 'received_at'],
  ),
  {
    name: 'two of a kind at once',
    inject: (sample, random) => {
      const { entry, sheet } = anyEntry(sample, random, 'overlaps', ['start', 'end']);
      const { start = '', end = '', unless = '' } = entry;
      const line = anyFilled(sheet, random, start, end);
      if (line === undefined || (unless !== '' && sheet.cell(line, unless) === 'Y')) return undefined;
      const length = days(sheet.cell(line, start), sheet.cell(line, end));
      if (length < 3) return undefined;
      const cells = [...sheet.cells(line)];
      cells[sheet.position(sheet.key)] = 'NEW1';
      cells[sheet.position(start)] = later(sheet.cell(line, start), random.int(1, length - 1));
      const content = sheet.withInserted(line + 1, toLine(cells));
      return { extract: sheet.extract, content, rule: 'overlapping-records', places: on(sheet, line + 1) };
    },
  },
  {
    name: 'a record of an adult still open',
    inject: (sample, random) => {
      const { entry, sheet } = anyEntry(sample, random, 'under-18', ['start', 'end']);
      const { start = '', end = '' } = entry;
      const people = sample.sheet('people');
      const adults = new Set(
        people
          .linesWhere(line => {
            const birth = people.cell(line, 'date_of_birth');
            return birth !== '' && days(birth, MONTH_END) > 18.1 * 365.25;
          })
          .map(line => people.cell(line, 'person_id')),
      );
      const last = [...byPerson(sheet)]
        .filter(([person]) => adults.has(person))
        .map(
          ([, lines]) =>
            lines.toSorted((a, b) => dayOf(sheet.cell(a, start)) - dayOf(sheet.cell(b, start))).at(-1) ?? 0,
        )
        .filter(line => sheet.cell(line, end) !== '');
      if (last.length === 0) return undefined;
      const line = random.pick(last);
      const content = sheet.withCell(line, end, '');
      return { extract: sheet.extract, content, rule: 'open-over-18', places: on(sheet, line) };
    },
  },
  {
    name: 'a second referral while one is open',
    inject: (sample, random) => {
      const sheet = sample.sheet('referrals');
      const open = sheet.linesWhere(line => {
        const received = sheet.cell(line, 'received_at');
        return (
          sheet.cell(line, 'closed_on') === '' &&
          received.endsWith(':00') === false &&
          days(received, MONTH_END) > 30
        );
      });
      const line = random.pick(open);
      const cells = [...sheet.cells(line)];
      cells[sheet.position('referral_id')] = 'NEW1';
      for (const column of ['received_at', 'allocated_at', 'decided_at'])
        cells[sheet.position(column)] = `${later(MONTH_END, -random.int(1, 3))} 10:00`;
      for (const column of ['allocated_at', 'decided_at'])
        cells[sheet.position(column)] = `${MONTH_END} 12:00`;
      const content = toText([...sheet.lines, toLine(cells)]);
      return {
        extract: 'referrals',
        content,
        rule: 'second-referral-open',
        places: on(sheet, sheet.lastLine + 1),
      };
    },
  },
  {
    name: 'a review due later than it may be',
    inject: (sample, random) => {
      const sheet = sample.sheet('looked_after_reviews');
      const first = sheet.linesWhere(
        line => sheet.cell(line, 'sequence') === '1' && sheet.cell(line, 'held_on') !== '',
      );
      const line = random.pick(first);
      // Half a year after it was due is later than any first review may be.
      const due = later(sheet.cell(line, 'due_on'), random.int(183, 400));
      const content = sheet.withCell(line, 'due_on', due);
      const places = on(sheet, line);
      return { extract: 'looked_after_reviews', content, rule: 'review-due-after-limit', places };
    },
  },
];
