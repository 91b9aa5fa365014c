import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Problem, UserError } from '../../problems.js';
import { SETTINGS_FILE } from '../../workspace/settings-file.js';

/** What `--workspaces` names: folders, or patterns that this program matches itself, since not every shell does. */

export interface FoundWorkspaces {
  /** As they are told to people: the pattern's words with what it stands for. Sorted, each folder once. */
  readonly folders: readonly string[];
  /** What was matched and is no workspace: a council must not be missing without a word. */
  readonly problems: readonly Problem[];
}

/** @throws UserError 2 where a word names no workspace at all */
export async function findWorkspaces(words: readonly string[]): Promise<FoundWorkspaces> {
  const matched = new Map<string, string>();
  const problems: Problem[] = [];
  for (const word of words) {
    const folders = isFolder(word) ? [word] : await foldersLike(word);
    const workspaces = folders.filter(isWorkspace);
    if (workspaces.length === 0) throw noWorkspace(word);
    problems.push(...folders.filter(folder => !isWorkspace(folder)).map(leftOut));
    for (const folder of workspaces) matched.set(resolve(folder), folder);
  }
  return { folders: [...matched.values()].sort(inOrder), problems };
}

/** The same on every machine, whatever its language: shards are told by it. */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : 1;
}

async function foldersLike(pattern: string): Promise<string[]> {
  const { base, rest } = splitPattern(pattern, process.platform === 'win32');
  if (rest === '' || !isFolder(base)) return [];
  // Only a run over many workspaces needs it.
  const { glob } = await import('tinyglobby');
  const options = { cwd: resolve(base), onlyDirectories: true, expandDirectories: false };
  const found = await glob(rest, options);
  return found.map(name => join(base, name.replace(/\/$/, '')));
}

/** `regions/west/*` is the folder `regions/west` and the pattern `*`, so that the folder may stand on another drive. */
export function splitPattern(pattern: string, isWindows: boolean): { base: string; rest: string } {
  const parts = (isWindows ? pattern.replaceAll('\\', '/') : pattern).split('/');
  const first = parts.findIndex(part => /[*?[{]/.test(part));
  if (first === -1) return { base: pattern, rest: '' };
  const base = parts.slice(0, first).join('/');
  const start = pattern.startsWith('/') ? '/' : '.';
  return { base: base === '' ? start : base, rest: parts.slice(first).join('/') };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, SETTINGS_FILE));
}

function noWorkspace(word: string): UserError {
  const message = `--workspaces "${word}" names no workspace: no such folder has a ${SETTINGS_FILE}. Look at it for slips, and put patterns in quotes.`;
  return UserError.of(2, 'no-workspace', message);
}

function leftOut(folder: string): Problem {
  const message = `This folder was left out: it has no ${SETTINGS_FILE}, so it is no workspace.`;
  return { severity: 'warning', rule: 'no-workspace', message, place: { file: folder } };
}
