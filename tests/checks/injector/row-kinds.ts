import type { Random } from '../../../scripts/sample-data/random.js';
import { anyLine, type FaultKind, type Injected, on } from './fault.js';
import { type Sheet, toLine, toText } from './sample.js';

/** Faults of a row as a whole: its length, its quotes, its place in the file. */

function rowKind(
  name: string,
  rule: string,
  spoil: (
    sheet: Sheet,
    line: number,
    random: Random,
  ) => (Pick<Injected, 'content'> & { lines?: readonly number[] }) | undefined,
  isMeant: (sheet: Sheet) => boolean = () => true,
): FaultKind {
  return {
    name,
    inject: (sample, random) => {
      const sheet = random.pick(sample.cases.filter(isMeant));
      const line = anyLine(sheet, random);
      const spoilt = spoil(sheet, line, random);
      if (!spoilt) return undefined;
      const { content, lines = [line] } = spoilt;
      return { extract: sheet.extract, content, rule, places: on(sheet, ...lines) };
    },
  };
}

/** A text that stands in quotes, for a cell that may hold any. */
function textColumn(sheet: Sheet): string {
  return sheet.present.find(({ type, codes }) => type === 'text' && codes.length === 0)?.name ?? '';
}

const hasKey = ({ key }: Sheet) => key !== '';
const hasText = (sheet: Sheet) => textColumn(sheet) !== '';

/** The row with another text in its last column of dates: same id, another record. */
function differently(sheet: Sheet, line: number): string | undefined {
  const column = sheet.present.findLast(({ type, codes }) => type === 'text' && codes.length === 0)?.name;
  if (column === undefined) return undefined;
  return toLine(sheet.cells(line).with(sheet.position(column), 'Another one'));
}

/** A line with a quote in a cell, before or after its text. */
function quoted(sheet: Sheet, line: number, change: (text: string) => string): string {
  const at = sheet.position(textColumn(sheet));
  // Written as it stands, so that the quote is not doubled as it should be.
  return sheet
    .cells(line)
    .map((cell, index) => (index === at ? change(cell) : toLine([cell])))
    .join(',');
}

export const ROW_KINDS: readonly FaultKind[] = [
  rowKind('a row too short', 'short-row', (sheet, line, random) => {
    const cells = sheet.cells(line);
    const kept = random.int(1, cells.length - 1);
    return line === sheet.lastLine
      ? undefined
      : { content: sheet.withLine(line, toLine(cells.slice(0, kept))) };
  }),
  rowKind('a row too long', 'long-row', (sheet, line) => ({
    content: sheet.withLine(line, `${sheet.lines[line - 1]},again`),
  })),
  rowKind('a comma too many at the end', 'long-row', (sheet, line) => ({
    content: sheet.withLine(line, `${sheet.lines[line - 1]},`),
  })),
  rowKind('a comma that no quote surrounds', 'long-row', (sheet, line, random) => {
    const cells = sheet.cells(line).map(cell => toLine([cell]));
    return {
      content: sheet.withLine(line, cells.with(random.int(0, cells.length - 1), 'one, two').join(',')),
    };
  }),
  rowKind('two rows on one line', 'long-row', (sheet, line) =>
    line === sheet.lastLine
      ? undefined
      : {
          content: toText(
            sheet.lines.toSpliced(line - 1, 2, `${sheet.lines[line - 1]},${sheet.lines[line]}`),
          ),
        },
  ),
  rowKind('a row broken into two lines', 'short-row', (sheet, line, random) => {
    const cells = sheet.cells(line);
    const at = random.int(1, cells.length - 1);
    const parts = [toLine(cells.slice(0, at)), toLine(cells.slice(at))];
    // Blank lines are no rows.
    if (cells.slice(at).every(cell => cell === '') || line === sheet.lastLine) return undefined;
    return { content: sheet.withLine(line, ...parts), lines: [line, line + 1] };
  }),
  rowKind(
    'an id twice',
    'repeated-key',
    (sheet, line) => {
      const other = differently(sheet, line);
      return other ? { content: sheet.withInserted(line + 1, other), lines: [line + 1] } : undefined;
    },
    hasKey,
  ),
  rowKind(
    'a row twice',
    'repeated-row',
    (sheet, line) => ({
      content: toText([...sheet.lines, sheet.lines[line - 1] ?? '']),
      lines: [sheet.lastLine + 1],
    }),
    hasKey,
  ),
  rowKind('the headings again', 'second-heading', (sheet, line) => ({
    content: sheet.withInserted(line, sheet.lines[0] ?? ''),
  })),
  rowKind(
    'a stray quote in a cell',
    'stray-quote',
    (sheet, line) => ({
      content: sheet.withLine(
        line,
        quoted(sheet, line, text => `the 5" ${text.replaceAll(',', '')}`),
      ),
    }),
    hasText,
  ),
  rowKind(
    'a quote that closes lines later',
    'swallowed-lines',
    (sheet, line, random) => {
      const last = line + random.int(1, 5);
      const between = sheet.lines.slice(line - 1, last).join('');
      if (last > sheet.lastLine || between.includes('"')) return undefined;
      const begun = quoted(sheet, line, text => `"${text}`);
      const ended = quoted(sheet, last, text => `${text}"`);
      return { content: toText(sheet.lines.with(line - 1, begun).with(last - 1, ended)) };
    },
    hasText,
  ),
  rowKind(
    'a quote that is never closed',
    'open-quote',
    (sheet, line) =>
      // A quote further on would close it.
      sheet.lines.slice(line - 1).some(each => each.includes('"'))
        ? undefined
        : {
            content: sheet.withLine(
              line,
              quoted(sheet, line, text => `"${text}`),
            ),
          },
    hasText,
  ),
  rowKind('the last line cut off', 'truncated-file', (sheet, _, random) => {
    const last = sheet.lines.at(-1) ?? '';
    const comma = last.indexOf(',', random.int(0, last.lastIndexOf(',')));
    return {
      content: `${sheet.lines.slice(0, -1).join('\n')}\n${last.slice(0, comma)}`,
      lines: [sheet.lastLine],
    };
  }),
  rowKind('the file cut off half-way', 'truncated-file', (sheet, line) => {
    const cut = sheet.lines[line - 1] ?? '';
    const kept = cut.slice(0, cut.indexOf(','));
    return { content: `${sheet.lines.slice(0, line - 1).join('\n')}\n${kept}` };
  }),
];
