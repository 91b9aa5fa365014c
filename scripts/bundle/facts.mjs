import { closeSync, existsSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';

/** What can be said of a bundle without Windows: whether all is there, and made for it. */

const NEEDED = [
  'scorecard.cmd',
  'READ ME.txt',
  'node/node.exe',
  'app/bin/scorecard.js',
  'app/dist/cli/main.js',
  'app/node_modules/@duckdb/node-bindings-win32-x64/duckdb.node',
  'app/node_modules/@duckdb/node-bindings-win32-x64/duckdb.dll',
  'app/node_modules/@napi-rs/canvas-win32-x64-msvc/skia.win32-x64-msvc.node',
];
const BINARY = /\.(?:node|dll|exe|so|dylib)(?:\.|$)/;
/** Windows refuses longer paths unless it was told not to. */
const LONGEST_PATH = 260;

/**
 * @param {string} folder
 * @returns {{ problems: string[], text: string }}
 */
export function bundleFacts(folder) {
  const entries = readdirSync(folder, { recursive: true })
    .map(String)
    .map(name => ({ name: name.replaceAll('\\', '/'), status: lstatSync(path.join(folder, name)) }));
  const links = entries.filter(({ status }) => status.isSymbolicLink());
  const files = entries.filter(({ status }) => status.isFile());
  const foreign = files.filter(({ name }) => BINARY.test(name) && !isForWindows(path.join(folder, name)));
  const missing = NEEDED.filter(name => !existsSync(path.join(folder, name)));
  const longest = Math.max(0, ...entries.map(({ name }) => name.length));
  const bytes = files.reduce((sum, { status }) => sum + status.size, 0);
  return {
    problems: [
      ...missing.map(name => `${name} is missing.`),
      ...links.map(({ name }) => `${name} is a link, which a zip file would lose.`),
      ...foreign.map(({ name }) => `${name} is no program of Windows.`),
    ],
    text: `${files.length} files, ${Math.round(bytes / 1e6)} MB. The longest path inside has ${longest} characters: put it into a folder whose path has at most ${LONGEST_PATH - 2 - longest}.`,
  };
}

/** Programs of Windows begin with MZ. @param {string} file */
function isForWindows(file) {
  const start = Buffer.alloc(2);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, start, 0, 2, 0);
  } finally {
    closeSync(opened);
  }
  return start.toString('latin1') === 'MZ';
}
