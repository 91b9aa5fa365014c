/** A workbook before it is a file: sheets of one table each, whose cells are numbers, dates and text, never formulas. */

export interface Workbook {
  readonly title: string;
  readonly council: string;
  /** YYYY-MM-DD, the clock of the pack; a workbook that says when it was written would differ every time. */
  readonly createdOn: string;
  /** Of the heads of tables: #rrggbb. */
  readonly colour: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** As Excel takes it: see `sheetNames`. */
  readonly name: string;
  /** What it holds, for the contents. */
  readonly about: string;
  /** In large letters above the table. */
  readonly title: string;
  /** Said between the title and the table, a row each. */
  readonly lines: readonly (readonly Cell[])[];
  /** Unique in the workbook: see `tableNames`. */
  readonly table: string;
  readonly columns: readonly Column[];
  /** One cell for each column. Without rows there is no table. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  /** Unique in its table. */
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

export interface Cell {
  /** A date is the number that Excel counts it as. */
  readonly value: string | number | null;
  /** Of Excel: '0.0%'; '' for any. */
  readonly format: string;
  /** The sheet to which the cell leads; '' for none. */
  readonly link: string;
}
