import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Problem } from '../problems.js';
import { quote } from './issues.js';
import { isInside } from './links.js';

/** The council's logo, written into the page itself. A browser runs nothing in a picture and lets it fetch nothing. */

/** A logo is on every pack that is sent; larger ones are photographs. */
const MOST_BYTES = 200_000;

const KINDS = [
  { ending: /\.png$/i, type: 'image/png', isOne: startsWith(0x89, 0x50, 0x4e, 0x47) },
  { ending: /\.jpe?g$/i, type: 'image/jpeg', isOne: startsWith(0xff, 0xd8, 0xff) },
  { ending: /\.svg$/i, type: 'image/svg+xml', isOne: isSvg },
] as const;

export interface ReadLogo {
  /** A data: address; '' where there is no logo. */
  readonly dataUri: string;
  readonly problems: readonly Problem[];
}

/** @param file as scorecard.yml names it · @param line of that name in it */
export function readLogo(folder: string, file: string, line: number): ReadLogo {
  const fault = (message: string): ReadLogo => {
    const place = { file: 'scorecard.yml', line, key: 'council.logo' };
    return { dataUri: '', problems: [{ severity: 'error', rule: 'wrong-logo', message, place }] };
  };
  const path = join(folder, file);
  if (isAbsolute(file) || !isInside(folder, file)) {
    return fault(`${quote(file)} lies outside the workspace. Copy the logo into it and give its name.`);
  }
  const kind = KINDS.find(({ ending }) => ending.test(file));
  if (!kind) return fault(`${quote(file)} is not a .png, .jpg or .svg file. Save the logo as one of these.`);
  if (!existsSync(path) || !statSync(path).isFile()) {
    return fault(
      `There is no file ${quote(file)} in the workspace. Put the logo there, or take the setting away.`,
    );
  }
  const { size } = statSync(path);
  if (size > MOST_BYTES) {
    const kilobytes = Math.ceil(size / 1000);
    return fault(
      `${quote(file)} has ${kilobytes} kB; a logo may have ${MOST_BYTES / 1000}. Save it smaller.`,
    );
  }
  const bytes = readFileSync(path);
  if (!kind.isOne(bytes)) {
    return fault(
      `${quote(file)} does not hold what its ending says. Save the logo again as .png, .jpg or .svg.`,
    );
  }
  return { dataUri: `data:${kind.type};base64,${bytes.toString('base64')}`, problems: [] };
}

function startsWith(...expected: number[]): (bytes: Buffer) => boolean {
  return bytes => expected.every((byte, index) => bytes[index] === byte);
}

/** An <svg> element first, after what XML allows before it. */
function isSvg(bytes: Buffer): boolean {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  return /^\s*(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>|\s)*<svg[\s>]/i.test(text);
}
