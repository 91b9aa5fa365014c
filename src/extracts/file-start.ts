import { closeSync, constants, openSync, readSync } from 'node:fs';

/** The start of a file, where its heading row stands, read without the rest. */

export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** More than any heading row takes. */
export const HEADING_BYTES = 65_536;

/** A pipe that nobody writes to would otherwise be waited for without end; Windows has no such flag. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** At most `size` bytes. @throws Error of the file system where it cannot be read */
export function startOf(path: string, size = HEADING_BYTES): Buffer {
  const handle = openSync(path, READ_WITHOUT_WAITING);
  try {
    const buffer = Buffer.alloc(size);
    return buffer.subarray(0, readSync(handle, buffer, 0, size, 0));
  } finally {
    closeSync(handle);
  }
}
