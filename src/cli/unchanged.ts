import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../extracts/files.js';
import { filesBelow } from '../files.js';
import { readRunRecord } from '../history/run-record.js';
import { findBrowser } from '../packs/find-browser.js';
import { type Format, USUAL_FORMATS } from '../packs/formats.js';
import { toolPath } from '../tool-folder.js';
import { openWorkspace, SETTINGS_FILE } from '../workspace/workspace.js';
import type { Console } from './console.js';
import { writeWhole } from './write-whole.js';

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

const entrySchema = z.object({
  browserSetting: z.string(),
  browser: z.string(),
  outputs: z.array(z.object({ file: z.string(), sha256: z.string() })),
});

/** Builds that are remembered. */
const MOST_ENTRIES = 20;
/** Folders of the tool whose files decide what comes out. */
const TOOL_FOLDERS = ['checks', 'dist', 'measures', 'reference', 'templates'];
const RECORD = 'run.json';
const LOG = 'run.log.json';

/** The hash of all that a build is made from; '' where the folder is no workspace, which build tells. */
export function buildKey(words: BuildWords, month: string): string {
  const folder = resolve(words.workspace);
  if (!existsSync(join(folder, SETTINGS_FILE))) return '';
  const hash = createHash('sha256');
  const add = (root: string, file: string) =>
    hash.update(`${file}\0${sha256(readFileSync(join(root, file)))}\0`);
  const { out = '', pack, format = USUAL_FORMATS, strict, allowErrors } = words;
  const environment = ['SCORECARD_BROWSER', 'SOURCE_DATE_EPOCH'].map(name => process.env[name] ?? '');
  hash.update(
    JSON.stringify([
      month,
      resolve(out),
      pack,
      format,
      strict,
      allowErrors,
      process.version,
      process.platform,
      environment,
    ]),
  );
  // The libraries: what is installed is what these name.
  for (const file of ['package.json', 'package-lock.json'])
    if (existsSync(toolPath(file))) add(toolPath('.'), file);
  for (const name of TOOL_FOLDERS) for (const file of filesBelow(toolPath(name))) add(toolPath(name), file);
  for (const file of inputsBelow(folder, words)) add(folder, file);
  return hash.digest('hex');
}

/** Every file of the workspace but what builds put there: more than a build reads, so that nothing is missed. */
function inputsBelow(folder: string, words: BuildWords): string[] {
  const output = outputOf(words, '');
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'out' && !name.startsWith('.') && join(folder, name) !== output)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry =>
      entry.isDirectory()
        ? filesBelow(join(folder, entry.name)).map(file => `${entry.name}/${file}`)
        : [entry.name],
    );
}

function outputOf({ workspace, out }: BuildWords, month: string): string {
  return resolve(out ?? join(workspace, 'out', month));
}

/** @returns whether the packs are there as a build of just these inputs made them, which is then said */
export function isUnchanged(key: string, words: BuildWords, month: string, console: Console): boolean {
  const entry = key === '' ? null : readEntry(words, key);
  if (!entry || browserNow(entry.browserSetting) !== entry.browser) return false;
  const folder = outputOf(words, month);
  const known = [...entry.outputs.map(({ file }) => file), LOG].sort();
  const found = filesBelow(folder).sort();
  // A file that somebody put there is for the build to tell about.
  if (found.join('\0') !== known.join('\0')) return false;
  if (entry.outputs.some(({ file, sha256: hash }) => sha256(readFileSync(join(folder, file))) !== hash))
    return false;
  tell(folder, entry.outputs.length + 1, words.json, console);
  return true;
}

function tell(folder: string, files: number, isJson: boolean, console: Console): void {
  const warnings = readRunRecord(readFileSync(join(folder, RECORD), 'utf8'))?.warnings ?? [];
  for (const warning of warnings) console.say(warning);
  const words = `Nothing has changed since these packs were made: ${files} files are as they were. --again makes them again.`;
  if (isJson) console.result(JSON.stringify({ folder, unchanged: true, files, warnings }, null, 2));
  else console.result(`${folder}  ${words}`);
}

/** Remembers a build that has just been made, where its inputs have not changed meanwhile. */
export function remember(key: string, words: BuildWords, month: string): void {
  if (key === '' || buildKey(words, month) !== key) return;
  const folder = outputOf(words, month);
  const outputs = filesBelow(folder)
    .filter(file => file !== LOG)
    .map(file => ({ file, sha256: sha256(readFileSync(join(folder, file))) }));
  const browserSetting = openWorkspace(resolve(words.workspace)).workspace?.settings.browser ?? '';
  const entry = { browserSetting, browser: browserNow(browserSetting), outputs };
  const cache = cacheOf(words);
  mkdirSync(cache, { recursive: true });
  writeWhole(join(cache, `${key}.json`), `${JSON.stringify(entry, null, 2)}\n`);
  forgetOldest(cache);
}

/** Which browser prints, without starting it: another file, or one that was updated, is another browser. */
function browserNow(setting: string): string {
  try {
    const path = findBrowser(setting === '' ? undefined : setting);
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  } catch {
    return 'none';
  }
}

function cacheOf({ workspace }: BuildWords): string {
  return resolve(workspace, 'out', '.cache', 'builds');
}

/** null where there is none, or it cannot be read: the build is then made. */
function readEntry(words: BuildWords, key: string): z.infer<typeof entrySchema> | null {
  try {
    return entrySchema.parse(JSON.parse(readFileSync(join(cacheOf(words), `${key}.json`), 'utf8')));
  } catch {
    return null;
  }
}

function forgetOldest(cache: string): void {
  const byAge = readdirSync(cache)
    .map(name => ({ name, time: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of byAge.slice(MOST_ENTRIES)) rmSync(join(cache, name), { force: true });
}
