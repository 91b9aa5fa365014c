import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readRunRecord } from '../history/run-record.js';
import { UserError } from '../problems.js';
import { checkReplaceable } from './own-file.js';
import { writeWhole } from './write-whole.js';

/** A file with cases of children in it: where the user names one, and never among what may be published. */

/** For nobody but whoever runs the command. */
const OWN_MODE = 0o600;

/**
 * Whole or not at all. @throws UserError 2 for a place inside an output folder, or one that cannot be written
 */
export function writePrivateFile(path: string, text: string, workspaceFolder: string): void {
  const file = resolve(path);
  checkPrivateFolder(dirname(file), file, workspaceFolder);
  checkReplaceable(file, text);
  writeWhole(file, text, 'or name another', OWN_MODE);
}

/** @param named what the user has named, for the message · @throws UserError 2 for a folder that is, or lies in, one of packs */
export function checkPrivateFolder(folder: string, named: string, workspaceFolder: string): void {
  const output = outputFolderAround(resolve(folder), resolve(workspaceFolder, 'out'));
  if (output === '') return;
  const message = `Cases are never written into an output folder (${output}), from which packs are published. Name a place elsewhere.`;
  throw UserError.of(2, 'private-file', message, { file: named });
}

/** The folder of a run that a folder is or lies in, or the workspace's own place for them; '' where there is none. */
function outputFolderAround(folder: string, ownOutput: string): string {
  if (folder === ownOutput) return folder;
  const record = join(folder, 'run.json');
  // A frozen month holds the record of its run as well.
  if (existsSync(record) && readRunRecord(readFileSync(record, 'utf8'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? '' : outputFolderAround(parent, ownOutput);
}
