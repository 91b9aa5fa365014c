import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Imports no package and nothing of ours: a run that finds that nothing has changed loads little else. */

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One for all files: a buffer for each costs more than reading them. */
const PIECE = Buffer.allocUnsafe(1 << 20);

/** @throws the file system's error, where it cannot be read */
export function sha256OfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    for (let read = readSync(file, PIECE); read > 0; read = readSync(file, PIECE))
      hash.update(PIECE.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
