import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type ColumnDefinition, readExtractDefinitions } from '../../../src/extracts/definitions.js';
import { toolPath } from '../../../src/tool-folder.js';

/** The sample's extracts in memory: each line with its number, each row with its cells. */

export type Cells = readonly string[];

export class Sheet {
  private parsed: readonly Cells[] | undefined;
  private whole: string | undefined;

  constructor(
    readonly extract: string,
    readonly columns: readonly ColumnDefinition[],
    /** Without their ends; the first is the heading. Line 1 is the first of them. */
    readonly lines: readonly string[],
  ) {}

  get file(): string {
    return `extracts/${this.extract}.csv`;
  }

  get headings(): Cells {
    return this.rows[0] ?? [];
  }

  get lastLine(): number {
    return this.lines.length;
  }

  /** The cells of a line, the heading being on line 1. */
  cells(line: number): Cells {
    const cells = this.rows[line - 1];
    if (!cells) throw new Error(`${this.extract} has no line ${line}`);
    return cells;
  }

  cell(line: number, column: string): string {
    return this.cells(line)[this.position(column)] ?? '';
  }

  position(column: string): number {
    const position = this.headings.indexOf(column);
    if (position < 0) throw new Error(`${this.extract} has no ${column}`);
    return position;
  }

  has(...columns: readonly string[]): boolean {
    return columns.every(column => this.headings.includes(column));
  }

  /** Those that the file has. */
  get present(): readonly ColumnDefinition[] {
    return this.columns.filter(({ name }) => this.has(name));
  }

  get key(): string {
    return this.columns.find(({ isKey }) => isKey)?.name ?? '';
  }

  get event(): string {
    return this.present.find(({ isEvent }) => isEvent)?.name ?? '';
  }

  /** Lines whose cells fulfil the condition. */
  linesWhere(holds: (line: number) => boolean): number[] {
    return this.rows.map((_, index) => index + 1).filter(line => line > 1 && holds(line));
  }

  /** The file with one cell changed. */
  withCell(line: number, column: string, text: string): string {
    return this.withLine(line, toLine(this.cells(line).with(this.position(column), text)));
  }

  withCells(line: number, texts: Readonly<Record<string, string>>): string {
    const cells = this.headings.map((name, index) => texts[name] ?? this.cells(line)[index] ?? '');
    return this.withLine(line, toLine(cells));
  }

  withLine(line: number, ...texts: readonly string[]): string {
    return toText(this.lines.toSpliced(line - 1, 1, ...texts));
  }

  /** @param line which the texts then begin on */
  withInserted(line: number, ...texts: readonly string[]): string {
    return toText(this.lines.toSpliced(line - 1, 0, ...texts));
  }

  get text(): string {
    this.whole ??= toText(this.lines);
    return this.whole;
  }

  private get rows(): readonly Cells[] {
    this.parsed ??= this.lines.map(line => {
      const [cells = []] = line.includes('"') ? (parse(line) as string[][]) : [line.split(',')];
      return cells;
    });
    return this.parsed;
  }
}

export function toText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

export function toLine(cells: Cells): string {
  return cells.map(cell => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

export class Sample {
  readonly sheets: readonly Sheet[];

  constructor(folder: string = toolPath('sample-data')) {
    const definitions = new Map(readExtractDefinitions().map(({ name, columns }) => [name, columns]));
    this.sheets = readdirSync(join(folder, 'extracts'))
      .sort()
      .map(file => {
        const extract = basename(file, '.csv');
        const lines = readFileSync(join(folder, 'extracts', file), 'utf8')
          .replace(/\n$/, '')
          .split('\n');
        return new Sheet(extract, definitions.get(extract) ?? [], lines);
      });
  }

  sheet(extract: string): Sheet {
    const found = this.sheets.find(each => each.extract === extract);
    if (!found) throw new Error(`the sample has no ${extract}`);
    return found;
  }

  /** Extracts of cases: figures that arrive as figures have neither people nor days. */
  get cases(): readonly Sheet[] {
    return this.sheets.filter(({ extract }) => extract !== 'manual_returns');
  }
}
