import { anyCell, type FaultKind } from './fault.js';
import { toLine, toText } from './sample.js';

/** What programs do to a file without changing what it says: nothing may be told of it. */

const NOTHING = { rule: '', places: [] };

export const HARMLESS_KINDS: readonly FaultKind[] = [
  {
    name: 'a code in another case',
    inject: (sample, random) => {
      const found = anyCell(sample, random, ({ codes }) => codes.length > 0);
      if (!found) return undefined;
      const { sheet, line, column, text } = found;
      return {
        extract: sheet.extract,
        content: sheet.withCell(line, column.name, text.toUpperCase()),
        ...NOTHING,
      };
    },
  },
  {
    name: 'spaces around a cell',
    inject: (sample, random) => {
      const found = anyCell(sample, random, () => true);
      if (!found) return undefined;
      const { sheet, line, column, text } = found;
      return {
        extract: sheet.extract,
        content: sheet.withCell(line, column.name, ` ${text}\u00a0`),
        ...NOTHING,
      };
    },
  },
  {
    name: 'a byte order mark and the line ends of Windows',
    inject: (sample, random) => {
      const sheet = random.pick(sample.sheets);
      return { extract: sheet.extract, content: `\ufeff${sheet.text.replaceAll('\n', '\r\n')}`, ...NOTHING };
    },
  },
  {
    name: 'semicolons between cells',
    inject: (sample, random) => {
      const sheet = random.pick(
        sample.sheets.filter(({ text }) => !text.includes('"') && !text.includes(';')),
      );
      return { extract: sheet.extract, content: sheet.text.replaceAll(',', ';'), ...NOTHING };
    },
  },
  {
    name: 'columns in another order, headings in another case',
    inject: (sample, random) => {
      const sheet = random.pick(sample.sheets);
      const lines = sheet.lines.map((_, index) => {
        const cells = sheet.cells(index + 1).toReversed();
        return toLine(index === 0 ? cells.map(name => name.toUpperCase().replaceAll('_', ' ')) : cells);
      });
      return { extract: sheet.extract, content: toText(lines), ...NOTHING };
    },
  },
  {
    name: 'rows of nothing at the end',
    inject: (sample, random) => {
      const sheet = random.pick(sample.sheets);
      const nothing = ','.repeat(sheet.headings.length - 1);
      return { extract: sheet.extract, content: toText([...sheet.lines, nothing, nothing, '']), ...NOTHING };
    },
  },
];
