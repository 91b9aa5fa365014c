import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { filesBelow } from '../files.js';
import type { Problem } from '../problems.js';

/**
 * A workspace is handed on, and what it says is printed and published. So its texts, templates and queries are its own: a
 * link out of it could bring any file of this machine into a pack. Extracts may lie elsewhere; they are data, and no pack
 * prints them.
 */

/** Folders in which files are looked for by themselves. */
const FOLDERS = ['commentary', 'cover-report', 'history', 'layouts', 'measures', 'plans', 'templates'];

/** Settings, tables and texts, which lie beside the folders. */
const HAND_KEPT = /\.(yml|csv|md)$/i;

/** Links that lead out of the workspace, from the places that are read. */
export function linksOut(folder: string): Problem[] {
  const files = readdirSync(folder).filter(name => HAND_KEPT.test(name));
  const below = FOLDERS.flatMap(name => [
    name,
    ...(isFolder(join(folder, name)) ? filesBelow(folder, name) : []),
  ]);
  return [...files, ...below]
    .filter(file => isLink(join(folder, file)) && !isInside(folder, file))
    .map(leadsOut);
}

/** @param file relative to the folder; what does not exist is inside */
export function isInside(folder: string, file: string): boolean {
  const path = join(folder, file);
  if (!isBelow(folder, path)) return false;
  try {
    return isBelow(realpathSync(folder), realpathSync(path));
  } catch {
    return true;
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function leadsOut(file: string): Problem {
  const message =
    'This is a link to a file outside the workspace, which is not followed. Put a copy in its place.';
  return { severity: 'error', rule: 'outside-workspace', message, place: { file } };
}
