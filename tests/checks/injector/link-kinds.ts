import { anyLine, type FaultKind, on } from './fault.js';
import { anyEntry, table } from './order-kinds.js';
import { toText } from './sample.js';

/** Records that name others which are not there. */

/** A month far enough after the extracts begin for a link to be asked about. */
const ASKED_SINCE = '2019-05';

export const LINK_KINDS: readonly FaultKind[] = [
  {
    name: 'a person who is not in people',
    inject: (sample, random) => {
      const sheet = random.pick(
        sample.cases.filter(each => each.extract !== 'people' && each.has('person_id')),
      );
      const line = anyLine(sheet, random);
      if (!isAsked(sheet.event === '' ? ASKED_SINCE : sheet.cell(line, sheet.event))) return undefined;
      const spoilt = random.pick(['P99999999', '1.2E+05', '00123']);
      const content = sheet.withCell(line, 'person_id', spoilt);
      return { extract: sheet.extract, content, rule: 'missing-person', places: on(sheet, line) };
    },
  },
  {
    name: 'a person taken out of people',
    inject: (sample, random) => {
      const people = sample.sheet('people');
      const line = anyLine(people, random);
      const person = people.cell(line, 'person_id');
      const places = sample.cases
        .filter(sheet => sheet.extract !== 'people' && sheet.has('person_id'))
        .flatMap(sheet => on(sheet, ...sheet.linesWhere(each => sheet.cell(each, 'person_id') === person)));
      if (places.length === 0) return undefined;
      const content = toText(people.lines.toSpliced(line - 1, 1));
      return { extract: 'people', content, rule: 'missing-person', places };
    },
  },
  {
    name: 'a record that names one which is not there',
    inject: (sample, random) => {
      const { entry, sheet } = anyEntry(sample, random, 'links', ['column']);
      const { column = '' } = entry;
      const line = anyLine(sheet, random);
      if (
        sheet.cell(line, column) === '' ||
        !isAsked(sheet.event === '' ? ASKED_SINCE : sheet.cell(line, sheet.event))
      )
        return undefined;
      const content = sheet.withCell(line, column, 'X1');
      return { extract: sheet.extract, content, rule: 'missing-link', places: on(sheet, line) };
    },
  },
  {
    name: 'a record taken out that another names',
    inject: (sample, random) => {
      const { entry, sheet } = anyEntry(sample, random, 'links', ['column']);
      const { column = '', to_extract = '', to_column = '' } = entry;
      const naming = anyLine(sheet, random);
      const id = sheet.cell(naming, column);
      const named = sample.sheet(to_extract);
      const [line] = named.linesWhere(each => named.cell(each, to_column) === id);
      if (id === '' || line === undefined || named.extract === 'workers') return undefined;
      const places = table('links')
        .filter(each => each.to_extract === to_extract)
        .flatMap(each => {
          const other = sample.cases.find(({ extract }) => extract === each.extract);
          if (!other?.has(each.column ?? '')) return [];
          const lines = other.linesWhere(each2 => other.cell(each2, each.column ?? '') === id);
          return on(other, ...lines);
        });
      const days = places.map(({ file, line: at = 0 }) => {
        const other = sample.cases.find(each => each.file === file);
        return other?.event ? other.cell(at, other.event) : ASKED_SINCE;
      });
      if (!days.every(isAsked)) return undefined;
      const content = toText(named.lines.toSpliced(line - 1, 1));
      return { extract: named.extract, content, rule: 'missing-link', places };
    },
  },
];

/** @param day DD/MM/YYYY, with a time or without, or a month as YYYY-MM */
function isAsked(day: string): boolean {
  const month = day.includes('/') ? `${day.slice(6, 10)}-${day.slice(3, 5)}` : day;
  return month >= ASKED_SINCE;
}
