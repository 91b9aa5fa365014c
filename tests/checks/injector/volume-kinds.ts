import type { Random } from '../../../scripts/sample-data/random.js';
import { dayOf, type FaultKind, wholeFile } from './fault.js';
import { type Sample, type Sheet, toLine, toText } from './sample.js';

/** Parts of an extract that are missing, or there twice. */

/** Lines of an extract by the month of its event, as YYYY-MM. */
function byMonth(sheet: Sheet): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const line of sheet.linesWhere(each => sheet.cell(each, sheet.event) !== '')) {
    const day = sheet.cell(line, sheet.event);
    const month = `${day.slice(6, 10)}-${day.slice(3, 5)}`;
    lines.set(month, [...(lines.get(month) ?? []), line]);
  }
  return lines;
}

const FEWEST_DAYS = 10;

/** Extracts with so much going on that a month without it is no chance. */
function busy(sample: Sample, random: Random, fewest: number): Sheet {
  const sheets = sample.cases.filter(sheet => {
    const column = sheet.present.find(({ name }) => name === sheet.event);
    if (!column || column.type === 'month') return false;
    const months = byMonth(sheet);
    const days = new Set(months.get('2020-08')?.map(line => sheet.cell(line, sheet.event).slice(0, 10)));
    // A list of one day a month has no weeks.
    if (days.size < FEWEST_DAYS) return false;
    return ['2020-05', '2020-06', '2020-07', '2020-08'].every(
      each => (months.get(each)?.length ?? 0) >= fewest,
    );
  });
  return random.pick(sheets);
}

function withoutLines(sheet: Sheet, left: ReadonlySet<number>): string {
  return toText(sheet.lines.filter((_, index) => !left.has(index + 1)));
}

const MONTH = '2020-09';
/** Begins seven days before the month ends. */
const LAST_WEEK = '24/09/2020';

/** True where anything of the row is dated on the day or later. */
function hasDayFrom(sheet: Sheet, line: number, day: string): boolean {
  return sheet.present
    .filter(({ type, isPrivate }) => (type === 'date' || type === 'datetime') && !isPrivate)
    .map(({ name }) => sheet.cell(line, name))
    .some(text => text !== '' && dayOf(text) >= dayOf(day));
}

/** More than the median of the 12 months before: the seventh of their counts. */
function usualOf(sheet: Sheet): number {
  const counts = [...byMonth(sheet)]
    .filter(([month]) => month >= '2019-09' && month < MONTH)
    .map(([, lines]) => lines.length)
    .sort((one, other) => one - other);
  return counts[6] ?? 0;
}

export const VOLUME_KINDS: readonly FaultKind[] = [
  {
    name: 'the month is missing',
    inject: (sample, random) => {
      const sheet = busy(sample, random, 40);
      const left = new Set(byMonth(sheet).get(MONTH));
      const content = withoutLines(sheet, left);
      const goesOn = sheet.linesWhere(line => !left.has(line) && hasDayFrom(sheet, line, LAST_WEEK));
      // Without anything afterwards the extract stops, of which the empty month is a part.
      const rule = goesOn.length > 0 ? 'unusual-volume' : 'nothing-in-last-week';
      return { extract: sheet.extract, content, rule, places: wholeFile(sheet) };
    },
  },
  {
    name: 'an earlier month is missing',
    inject: (sample, random) => {
      const sheet = busy(sample, random, 40);
      const months = byMonth(sheet);
      const month = random.pick([...months.keys()].filter(each => each >= '2018-10' && each < MONTH));
      const content = withoutLines(sheet, new Set(months.get(month)));
      return { extract: sheet.extract, content, rule: 'month-missing', places: wholeFile(sheet) };
    },
  },
  {
    name: 'the extract stops before the last week',
    inject: (sample, random) => {
      const sheet = busy(sample, random, 40);
      const stop = random.pick(['18/09/2020', '21/09/2020', LAST_WEEK]);
      const left = sheet.linesWhere(line => hasDayFrom(sheet, line, stop));
      const content = withoutLines(sheet, new Set(left));
      return { extract: sheet.extract, content, rule: 'nothing-in-last-week', places: wholeFile(sheet) };
    },
  },
  {
    name: 'the month stands twice',
    inject: (sample, random) => {
      const sheet = busy(sample, random, 40);
      if (sheet.key === '') return undefined;
      const lines = byMonth(sheet).get(MONTH) ?? [];
      const content = toText([...sheet.lines, ...lines.map(line => sheet.lines[line - 1] ?? '')]);
      const places = lines.map((_, index) => ({ file: sheet.file, line: sheet.lastLine + index + 1 }));
      return { extract: sheet.extract, content, rule: 'repeated-row', places };
    },
  },
  {
    name: 'the month is there three times under new ids',
    inject: (sample, random) => {
      const sheet = busy(sample, random, 40);
      const lines = byMonth(sheet).get(MONTH) ?? [];
      // Records that begin and end would overlap with themselves, which is told besides.
      if (sheet.key === '' || sheet.has('ended_on') || sheet.extract === 'referrals') return undefined;
      // Three times a quiet month may be less than double the usual one.
      if (lines.length * 3 <= 2 * usualOf(sheet)) return undefined;
      const again = [1, 2].flatMap(copy =>
        lines.map(line =>
          toLine(sheet.cells(line).with(sheet.position(sheet.key), `${sheet.cell(line, sheet.key)}-${copy}`)),
        ),
      );
      const content = toText([...sheet.lines, ...again]);
      return { extract: sheet.extract, content, rule: 'unusual-volume', places: wholeFile(sheet) };
    },
  },
];
