import { readFileSync, statSync } from 'node:fs';
import type { Problem } from '../problems.js';
import { startOf } from './file-start.js';

/**
 * A file's bytes, before anything is understood of them. What is no CSV file at all is told here in words that name the
 * likely cause, so that nothing further on has to guess why no row makes sense.
 */

/**
 * Of one file, and of all that a run reads together: the engine holds them in some four times the room that they have on the
 * disk, which is to stay under a gigabyte. A council's whole record of years is a tenth of it.
 */
export const MOST_BYTES = 200_000_000;
/** The engine refuses a row of more than two million bytes; a line of half of that is none that a case system writes. */
const LONGEST_LINE = 1_000_000;

export interface SourceFile {
  /** Absent when the file cannot be read as text. */
  readonly bytes?: Buffer;
  readonly problems: readonly Problem[];
  /** Told apart from the file as it is later on. */
  readonly state: string;
}

export function readSource(path: string, file: string): SourceFile {
  const refusal = refusalOf(path, file);
  if (refusal) return { problems: [refusal], state: '' };
  try {
    const state = stateOf(path);
    const bytes = readFileSync(path);
    const fault = noText(bytes, file) ?? tooLongLine(bytes, file);
    return fault ? { problems: [fault], state } : { bytes, problems: [], state };
  } catch (error) {
    return { problems: [notOpened(file, error)], state: '' };
  }
}

/** Why a file is not read at all, whatever it holds; undefined where it can be. */
export function refusalOf(path: string, file: string): Problem | undefined {
  try {
    const status = statSync(path);
    if (!status.isFile()) return refused(file, 'unreadable-file', `This is not a file. ${TAKE_AWAY}`);
    if (status.size > MOST_BYTES) {
      const message = `The file has ${Math.round(status.size / 1e6).toLocaleString('en-GB')} MB; at most 200 are read. Export a shorter period, or only the columns that are needed.`;
      return refused(file, 'file-too-large', message);
    }
    startOf(path, 1);
    return undefined;
  } catch (error) {
    return notOpened(file, error);
  }
}

function notOpened(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return refused(file, 'unreadable-file', `The file cannot be opened (${code}). ${cureOf(code)}`);
}

const TAKE_AWAY = 'Take it away, or name the right file in scorecard.yml under extracts.';

function cureOf(code: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'Ask for the right to read it.';
  if (code === 'EBUSY' || code === 'EAGAIN')
    return 'Close it in the program that has it open, and run again.';
  return 'Check that it is still there and that the drive can be reached.';
}

function refused(file: string, rule: string, message: string): Problem {
  return { severity: 'error', rule, message, place: { file } };
}

/** Told when a file is not as it was when reading began: an export may still be writing it. */
export function changeOf(path: string, file: string, { state }: Pick<SourceFile, 'state'>): Problem[] {
  if (stateOf(path) === state) return [];
  const message =
    'The file changed while it was read, so part of it may be missing. Run again when the export has ended.';
  return [{ severity: 'error', rule: 'file-changed', message, place: { file } }];
}

/** Changes with the file. */
export function stateOf(path: string): string {
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  return status ? `${status.size} ${status.mtimeNs} ${status.ino}` : 'gone';
}

const SAVE_AS = 'Save it from the program that made it as "CSV UTF-8 (Comma delimited)".';

/** First bytes of what is often saved or renamed as .csv. */
const BINARY_STARTS: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or a zip file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xff, 0xfe], 'UTF-16 text'],
  [[0xfe, 0xff], 'UTF-16 text'],
];

function noText(bytes: Buffer, file: string): Problem | undefined {
  const kind = BINARY_STARTS.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1];
  if (kind) {
    const message = `This is ${kind}, whatever its name says. ${SAVE_AS}`;
    return { severity: 'error', rule: 'not-text', message, place: { file } };
  }
  const zero = bytes.indexOf(0);
  if (zero === -1) return undefined;
  // Latin letters of UTF-16 without a mark alternate with zeros.
  const isWide = zero <= 1 && (bytes[zero + 2] ?? 1) === 0;
  const message = isWide
    ? `This is UTF-16 text. ${SAVE_AS}`
    : 'A byte of zero stands on this line, so the file is damaged or is no text. Export it again.';
  return {
    severity: 'error',
    rule: 'not-text',
    message,
    place: { file, ...(isWide ? {} : { line: lineOf(bytes, zero) }) },
  };
}

function tooLongLine(bytes: Buffer, file: string): Problem | undefined {
  let line = 1;
  let start = 0;
  while (bytes.length - start > LONGEST_LINE) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    if (stop - start > LONGEST_LINE) {
      const message =
        'This line is longer than a million letters, so line ends are missing or the file is damaged. Export it again.';
      return { severity: 'error', rule: 'line-too-long', message, place: { file, line } };
    }
    line += 1;
    start = stop + 1;
  }
  return undefined;
}

function lineOf(bytes: Buffer, position: number): number {
  let line = 1;
  for (let next = bytes.indexOf(0x0a); next !== -1 && next < position; next = bytes.indexOf(0x0a, next + 1))
    line += 1;
  return line;
}
