import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { laterSheets } from './later.js';
import { csv, type Sheet } from './sheet.js';
import { allSheets } from './sheets.js';
import { laterWorkspaceFiles, type TextFile, workspaceFiles } from './workspace-files.js';

/** Writes the workspaces of two invented councils. The same program writes the same bytes. */

const root = fileURLToPath(new URL('../../', import.meta.url));
// another folder may be named, to look at a change before it replaces the samples
const parent = process.argv[2] ?? root;

/** A complete set is put in place at once: nobody reads half of one. */
function writeWorkspace(name: string, sheets: readonly Sheet[], texts: readonly TextFile[]): void {
  const finished = join(parent, name);
  const making = `${finished}.making`;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(making, path)), { recursive: true });
    writeFileSync(join(making, path), text);
  };
  rmSync(making, { recursive: true, force: true });
  let bytes = 0;
  for (const sheet of sheets) {
    const text = csv(sheet);
    bytes += text.length;
    write(`extracts/${sheet.name}.csv`, text);
  }
  for (const { path, text } of texts) write(path, text);
  rmSync(finished, { recursive: true, force: true });
  renameSync(making, finished);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  process.stderr.write(`${name}: ${sheets.length} extracts, ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB\n`);
}

const sheets = allSheets();
writeWorkspace('sample-data', sheets, workspaceFiles());
writeWorkspace('sample-data-2026', laterSheets(sheets), laterWorkspaceFiles());
