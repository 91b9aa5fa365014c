import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../history/run-record.js';
import type { Problem } from '../problems.js';
import { sha256 } from '../sha256.js';
import { holderOf } from '../table-files.js';
import type { Workspace } from '../workspace/workspace.js';
import { definitionFiles } from './run-inputs.js';

/** What a pack was made from and is no longer there as it was: an error for each file. */
export function changedInputs(workspace: Workspace, { inputs }: RunRecord): Problem[] {
  const own = [...inputs.extracts, ...inputs.hand_kept];
  const definitions = new Map(definitionFiles(workspace).map(({ file, bytes }) => [file, sha256(bytes)]));
  const found = [
    ...unique(own).map(({ file, sha256: hash }) => ({
      file,
      hash,
      now: hashOf(join(workspace.folder, holderOf(file))),
    })),
    ...inputs.definitions.map(({ file, sha256: hash }) => ({ file, hash, now: definitions.get(file) ?? '' })),
  ];
  return found.filter(({ hash, now }) => hash !== now).map(({ file, now }) => changed(file, now === ''));
}

function unique(files: readonly { file: string; sha256: string }[]): { file: string; sha256: string }[] {
  return [...new Map(files.map(each => [each.file, each])).values()];
}

function hashOf(path: string): string {
  return existsSync(path) ? sha256(readFileSync(path)) : '';
}

function changed(file: string, isGone: boolean): Problem {
  const what = isGone ? 'is not there any more' : 'has changed';
  const message = `The packs were made from this file, which ${what}. Put it back as it was, or build the month again.`;
  return { severity: 'error', rule: 'input-changed', message, place: { file } };
}
