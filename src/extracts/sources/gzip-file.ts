import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { HEADING_BYTES, startOf } from '../file-start.js';
import { fault, type OpenedFile, tooMuchText, type Unpacked, type UnpackRequest } from './source.js';

/** A CSV file that gzip has compressed. A small one may unpack to any size, so it is counted while it is unpacked. */

/** Holds the heading row of any file; a thousandfold of it, which is the most that gzip packs, is soon unpacked. */
const START_BYTES = 16_384;

/** @param headingPath where its heading row is written · @throws Error of the file system where it cannot be read */
export function openGzip(name: string, path: string, headingPath: string): OpenedFile {
  writeFileSync(headingPath, headingIn(startOf(path, START_BYTES)), { mode: 0o600 });
  const unpack = (request: UnpackRequest) => unpackGzip(name, path, request);
  return { sources: [{ name, holder: name, headingPath, unpack }], problems: [] };
}

/** Nothing where it is damaged: that is told when it is unpacked. */
function headingIn(start: Buffer): Buffer {
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEADING_BYTES);
  } catch {
    return Buffer.alloc(0);
  }
}

class TooMuch extends Error {}

async function unpackGzip(name: string, path: string, { to, most }: UnpackRequest): Promise<Unpacked> {
  let bytes = 0;
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      bytes += part.length;
      if (bytes > most) done(new TooMuch());
      else done(null, part);
    },
  });
  try {
    await pipeline(createReadStream(path), createGunzip(), counted, createWriteStream(to, { mode: 0o600 }));
    return { bytes, problems: [] };
  } catch (error) {
    if (error instanceof TooMuch) return { bytes: 0, problems: [tooMuchText(name)] };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    return { bytes: 0, problems: [fault(name, 'damaged-file', inWords(code))] };
  }
}

function inWords(code: string): string {
  if (code === 'Z_BUF_ERROR')
    return 'The compressed file ends too soon, so the export or the copy was cut off. Export it again.';
  return 'The file is not compressed with gzip, as its name says, or it is damaged. Export it again, or name it .csv if it is plain text.';
}
