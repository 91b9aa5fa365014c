import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Cache, keyOf } from '../cache/cache.js';
import type { FileHashes } from '../cache/file-hashes.js';
import { filesBelow } from '../files.js';
import { findBrowser, stateOfBrowser } from '../packs/find-browser.js';
import { type Format, USUAL_FORMATS } from '../packs/formats.js';
import { sha256OfFile } from '../sha256.js';
import { SETTINGS_FILE } from '../workspace/settings-file.js';
import type { Console } from './console.js';

/**
 * A build of which nothing has changed is not made again. What it would be made from is hashed, byte for byte, and looked
 * up among the builds that were made: the cache holds only names and hashes, and what it says is believed only as far as
 * the packs themselves still have those hashes. It may be deleted at any time.
 */

export interface BuildWords {
  readonly workspace: string;
  readonly month: string;
  readonly out?: string;
  readonly pack: readonly string[];
  readonly format?: readonly Format[];
  readonly strict: boolean;
  readonly allowErrors: boolean;
  readonly json: boolean;
}

/** As this very version of the tool wrote it: its key and its hash say so, and no schema has to be loaded. */
interface Entry {
  readonly browserSetting: string;
  readonly browser: string;
  readonly outputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Those of the run that made the packs, which are told again. */
  readonly warnings: readonly string[];
}

const RECORD = 'run.json';
const LOG = 'run.log.json';

/** The hash of all that a build is made from; '' where the folder is no workspace, which build tells. */
export function buildKey(words: BuildWords, month: string, hashes: FileHashes): string {
  const folder = resolve(words.workspace);
  if (!existsSync(join(folder, SETTINGS_FILE))) return '';
  const { out = '', pack, format = USUAL_FORMATS, strict, allowErrors } = words;
  const environment = ['SCORECARD_BROWSER', 'SOURCE_DATE_EPOCH'].map(name => process.env[name] ?? '');
  const asked = [month, resolve(out), pack, format, strict, allowErrors, environment];
  return keyOf('build', hashes.ofTool(), asked, inputsBelow(folder, words, hashes));
}

/** Every file of the workspace but what builds put there: more than a build reads, so that nothing is missed. */
function inputsBelow(folder: string, words: BuildWords, hashes: FileHashes): unknown[] {
  const output = outputOf(words, '');
  return readdirSync(folder)
    .filter(name => name !== 'out' && !name.startsWith('.') && join(folder, name) !== output)
    .sort()
    .map(name => {
      const path = join(folder, name);
      // Extracts may lie elsewhere, behind a link.
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
      return [name, isFolder ? hashes.below(path) : hashes.of(path)];
    });
}

function outputOf({ workspace, out }: BuildWords, month: string): string {
  return resolve(out ?? join(workspace, 'out', month));
}

/** @returns whether the packs are there as a build of just these inputs made them, which is then said */
export function isUnchanged(
  key: string,
  words: BuildWords,
  month: string,
  cache: Cache,
  console: Console,
): boolean {
  const entry = key === '' ? null : readEntry(cache, key);
  if (!entry || browserNow(entry.browserSetting) !== entry.browser) return false;
  const folder = outputOf(words, month);
  const known = [...entry.outputs.map(({ file }) => file), LOG].sort();
  const found = filesBelow(folder).sort();
  // A file that somebody put there is for the build to tell about.
  if (found.join('\0') !== known.join('\0')) return false;
  if (entry.outputs.some(({ file, sha256: hash }) => sha256OfFile(join(folder, file)) !== hash)) return false;
  tell(folder, entry, words.json, console);
  return true;
}

function tell(folder: string, { outputs, warnings }: Entry, isJson: boolean, console: Console): void {
  const files = outputs.length + 1;
  for (const warning of warnings) console.say(warning);
  const words = `Nothing has changed since these packs were made: ${files} files are as they were. --again makes them again.`;
  if (isJson) console.result(JSON.stringify({ folder, unchanged: true, files, warnings }, null, 2));
  else console.result(`${folder}  ${words}`);
}

/** Remembers a build that has just been made, where its inputs have not changed meanwhile. */
export async function remember(
  key: string,
  words: BuildWords,
  month: string,
  cache: Cache,
  hashes: FileHashes,
): Promise<void> {
  if (key === '' || buildKey(words, month, hashes) !== key) return;
  const folder = outputOf(words, month);
  const outputs = filesBelow(folder)
    .filter(file => file !== LOG)
    .map(file => ({ file, sha256: sha256OfFile(join(folder, file)) }));
  const [{ readRunRecord }, { openWorkspace }] = await Promise.all([
    import('../history/run-record.js'),
    import('../workspace/workspace.js'),
  ]);
  const warnings = readRunRecord(readFileSync(join(folder, RECORD), 'utf8'))?.warnings ?? [];
  const browserSetting = openWorkspace(resolve(words.workspace)).workspace?.settings.browser ?? '';
  const entry: Entry = { browserSetting, browser: browserNow(browserSetting), outputs, warnings };
  cache.write('builds', key, Buffer.from(JSON.stringify(entry)));
}

/** Which browser prints, without starting it. */
function browserNow(setting: string): string {
  try {
    return stateOfBrowser(findBrowser(setting === '' ? undefined : setting));
  } catch {
    return 'none';
  }
}

/** null where there is none, or it cannot be read: the build is then made. */
function readEntry(cache: Cache, key: string): Entry | null {
  try {
    const bytes = cache.read('builds', key);
    return bytes && JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
