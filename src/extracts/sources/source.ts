import type { Problem } from '../../problems.js';
import type { ExtractLayout } from '../../workspace/settings.js';

/**
 * Something in extracts/ that may hold an extract. Whatever its form, it is read as text with a heading row, so that
 * layouts, conversions and checks know of no form. Another kind of source, a warehouse say, is one more function that makes these.
 */
export interface ExtractSource {
  /** As settings and messages name it: contacts.csv, contacts.csv.gz, contacts.parquet, cases.duckdb/contacts. */
  readonly name: string;
  /** The file in extracts/ that holds it, for its hash and for whether it changes while it is read. */
  readonly holder: string;
  /** A text whose first row is the headings; of what is not packed the file itself. */
  readonly headingPath: string;
  /** Absent where the file is read as it is. */
  readonly unpack?: (request: UnpackRequest) => Promise<Unpacked>;
}

export interface UnpackRequest {
  /** The file to write. */
  readonly to: string;
  /** How dates are written that have a type of their own. */
  readonly dates: ExtractLayout['dates'];
  /** No more bytes than these are written. */
  readonly most: number;
}

export interface Unpacked {
  readonly bytes: number;
  /** With an error among them the text is not to be read. */
  readonly problems: readonly Problem[];
}

/** Sources of one file, with what keeps it, or some of it, from being read. */
export interface OpenedFile {
  readonly sources: readonly ExtractSource[];
  readonly problems: readonly Problem[];
  readonly close?: () => void;
}

export function fault(
  name: string,
  rule: string,
  message: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { severity, rule, message, place: { file: `extracts/${name}` } };
}

export function tooMuchText(name: string): Problem {
  const message =
    'Unpacked, all files together have more than the 200 MB that are read in one run. Export a shorter period, or only the columns that are needed.';
  return fault(name, 'files-too-large', message);
}
