import { isUtf8 } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Problem } from '../problems.js';
import type { ExtractLayout } from '../workspace/settings.js';

/**
 * DuckDB reads UTF-8. A file declared as Windows-1252 is decoded into a copy in the run's own temporary folder; one that
 * is declared as UTF-8 and is not is an error, because letters would be lost.
 */
export interface Decoded {
  /** A UTF-8 file to read. */
  readonly path: string;
  /** What it holds. */
  readonly bytes: Buffer;
  readonly problems: readonly Problem[];
}

/** @param original what the file at the path holds */
export function decode(
  path: string,
  original: Buffer,
  file: string,
  encoding: ExtractLayout['encoding'],
  temporaryFolder: string,
): Decoded {
  if (encoding === 'windows-1252') {
    const copy = join(temporaryFolder, file.replaceAll(/[^\w.-]/g, '_'));
    const bytes = inUtf8(original);
    writeFileSync(copy, bytes, { mode: 0o600 });
    return { path: copy, bytes, problems: [] };
  }
  if (isUtf8(original)) return { path, bytes: original, problems: [] };
  const line = firstBadLine(original);
  const message =
    'This line is not UTF-8, as the settings say the file is. Set encoding: windows-1252 for the extract in scorecard.yml, or save the file as "CSV UTF-8".';
  return {
    path,
    bytes: original,
    problems: [{ severity: 'error', rule: 'wrong-encoding', message, place: { file, line } }],
  };
}

/** As one text a large file would take several times its size. */
const DECODED_AT_ONCE = 1_000_000;

function inUtf8(original: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let start = 0; start < original.length; start += DECODED_AT_ONCE) {
    const part = original.subarray(start, start + DECODED_AT_ONCE);
    // Node's own decoder takes Windows-1252 for Latin-1 and loses its quotes and dashes.
    parts.push(Buffer.from(iconv.decode(part, 'windows-1252')));
  }
  return Buffer.concat(parts);
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, stop))) return line;
    line += 1;
    start = stop;
  }
  return line;
}
