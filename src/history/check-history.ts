import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../files.js';
import type { Problem } from '../problems.js';
import { sha256 } from '../sha256.js';
import {
  FREEZE_RECORD,
  type Frozen,
  faultOf,
  freezePlaces,
  HISTORY,
  nameOfFreeze,
  numberFolder,
  readFreeze,
} from './frozen.js';

/** Whether everything that was frozen is still as it was: each freeze carries the hash of the one before. */

const CURE = 'Put it back from version control or a backup; a correction is a new revision.';

/** What was changed, lost or added by hand in history/; nothing where all is as it was frozen. */
export function checkHistory(workspaceFolder: string): Problem[] {
  const problems: Problem[] = [];
  let before: Frozen | null = null;
  let expected = 1;
  for (const place of freezePlaces(workspaceFolder)) {
    // What came after a lost one cannot be held against it.
    if (expected < place.number) before = null;
    for (; expected < place.number; expected++) problems.push(lost(numberFolder(expected)));
    if (place.number < expected) problems.push(twice(place.folder));
    expected = place.number + 1;
    const frozen = readFreeze(workspaceFolder, place);
    if (typeof frozen === 'string') {
      problems.push(changed(place.folder, `This freeze cannot be read: ${frozen}.`));
      before = null;
      continue;
    }
    problems.push(...checkFiles(frozen), ...checkPlace(frozen, place.number));
    if (before || place.number === 1) problems.push(...checkLink(frozen, before));
    before = frozen;
  }
  return problems;
}

function checkFiles({ folder, path, record }: Frozen): Problem[] {
  const known = new Set([FREEZE_RECORD, ...record.files.map(each => each.file)]);
  const faulty = record.files.flatMap(file => {
    const fault = faultOf(join(path, file.file), file);
    if (fault === '') return [];
    const rule = existsSync(join(path, file.file)) ? 'history-changed' : 'history-lost';
    return [{ ...changed(`${folder}/${file.file}`, `A file of a frozen month: ${fault}.`), rule }];
  });
  const strangers = filesBelow(path)
    .filter(file => !known.has(file))
    .map((file): Problem => {
      const message =
        'freeze did not put this file here. Take it away: a frozen month is only what was frozen.';
      const place = { file: `${HISTORY}/${folder}/${file}` };
      return { severity: 'warning', rule: 'history-stranger', message, place };
    });
  return [...faulty, ...strangers];
}

function checkPlace({ folder, record }: Frozen, number: number): Problem[] {
  const named = `${numberFolder(record.number)}/${nameOfFreeze(record)}`;
  if (record.number === number && folder === named) return [];
  return [changed(folder, `This freeze was made as ${named}, and has been moved.`)];
}

function checkLink({ folder, record }: Frozen, before: Frozen | null): Problem[] {
  const { previous } = record;
  if (!before && previous === null) return [];
  const isWhole =
    before !== null && previous?.folder === before.folder && previous.sha256 === sha256(before.recordBytes);
  if (isWhole) return [];
  const words = before
    ? `${before.folder}, as it stands, is not what this freeze was made after.`
    : 'This is the first freeze, and it was made after another.';
  return [changed(folder, words)];
}

function changed(file: string, words: string): Problem {
  const place = { file: `${HISTORY}/${file}` };
  return { severity: 'error', rule: 'history-changed', message: `${words} ${CURE}`, place };
}

function lost(folder: string): Problem {
  const place = { file: `${HISTORY}/${folder}` };
  return { severity: 'error', rule: 'history-lost', message: `A frozen month is not there. ${CURE}`, place };
}

function twice(folder: string): Problem {
  const words =
    'Two freezes have this number: they were made in two copies of the workspace. Keep one of them.';
  return { ...changed(folder, words), message: words };
}
