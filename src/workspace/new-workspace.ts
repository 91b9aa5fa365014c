import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { UserError } from '../problems.js';

/** Parts of a workspace that a run made, or that belong to a machine: a new workspace begins without them. */
const NOT_COPIED = new Set(['out', 'history', '.cache']);

/**
 * Makes a workspace out of others, the later ones replacing files of the earlier. It stands whole or not at all.
 * @param folder that is not there yet, or is empty
 * @param sources folders, copied in their order
 * @throws UserError 2 where the folder holds something, or cannot be made
 */
export function makeWorkspace(folder: string, sources: readonly string[]): void {
  refuseOccupied(folder);
  const making = join(dirname(folder), `.${basename(folder)}.making-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(making, { recursive: true });
    for (const source of sources) cpSync(source, making, { recursive: true, filter: isPartOf(source) });
    // An empty folder gives way; one that has been filled meanwhile does not.
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(making, folder);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    const message = `The workspace cannot be made here${reason}. Choose a folder that you may write to.`;
    throw UserError.of(2, 'cannot-write', message, { file: folder });
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function refuseOccupied(folder: string): void {
  if (!existsSync(folder)) return;
  if (statSync(folder).isDirectory() && readdirSync(folder).length === 0) return;
  const message =
    'There is something here already, and init replaces nothing. Give the name of a new folder.';
  throw UserError.of(2, 'not-empty', message, { file: folder });
}

function isPartOf(source: string): (file: string) => boolean {
  return file => !NOT_COPIED.has(relative(source, file).split(sep)[0] ?? '');
}
