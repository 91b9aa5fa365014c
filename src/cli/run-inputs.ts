import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../files.js';
import { type CommentaryFile, readCommentary } from '../narrative/commentary-file.js';
import type { TextFile } from '../narrative/headed-texts.js';
import { UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import type { Workspace } from '../workspace/workspace.js';

/** The files that a run is made from, beside its extracts: for reading, and for the run's record. */

export interface InputFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Null where nobody has written any. @throws UserError 1 when the file is not UTF-8 */
export function openCommentary(workspace: Workspace, file: string): CommentaryFile | null {
  const text = openText(workspace, file);
  return text === null ? null : readCommentary(file, text);
}

/** The month's own cover report, else the one for every month; null where there is neither. @throws like openCommentary */
export function openCoverReport(workspace: Workspace, month: string): TextFile | null {
  for (const file of coverReportFiles(workspace, month)) {
    const text = openText(workspace, file);
    if (text !== null) return { file, text };
  }
  return null;
}

/** Null where nobody has written any. @throws like openCommentary */
export function openComments(workspace: Workspace, month: string): TextFile | null {
  const file = commentsFile(month);
  const text = openText(workspace, file);
  return text === null ? null : { file, text };
}

export function commentsFile(month: string): string {
  return `comments/${month}.md`;
}

/** The month's self-evaluations, by the names of their files. @throws like openCommentary */
export function openSelfEvaluations(workspace: Workspace, month: string): TextFile[] {
  return selfEvaluationFiles(workspace, month).flatMap(file => {
    const text = openText(workspace, file);
    return text === null ? [] : [{ file, text }];
  });
}

export function selfEvaluationFiles({ folder }: Workspace, month: string): string[] {
  const name = `self-evaluation/${month}`;
  return filesBelow(join(folder, name))
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => `${name}/${file}`);
}

/** The one file that the cover report is read from, or none. */
export function coverReportFiles({ folder }: Workspace, month: string): string[] {
  const files = [`cover-report/${month}.md`, 'cover-report.md'];
  return files.filter(file => existsSync(join(folder, file))).slice(0, 1);
}

function openText(workspace: Workspace, file: string): string | null {
  const path = join(workspace.folder, file);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const message = 'This file is not UTF-8. In the editor choose UTF-8 when saving it.';
  throw UserError.of(1, 'wrong-encoding', message, { file });
}

/** Settings, tables and the prose that there is. @param prose files that there may be */
export function handKeptFiles(workspace: Workspace, prose: readonly string[]): InputFile[] {
  const files = [...workspace.files, ...prose].filter(file => existsSync(join(workspace.folder, file)));
  return files.map(file => ({ file, bytes: readFileSync(join(workspace.folder, file)) }));
}

/** Measures, templates and facts: the tool's own, named without a folder before them, then the workspace's. */
export function definitionFiles(workspace: Workspace): InputFile[] {
  const own = workspace.settings.bank_holidays;
  return [
    ...['checks', 'measures', 'reference', 'templates'].flatMap(name => inputsBelow(toolPath(name), name)),
    ...['layouts', 'measures', 'templates'].flatMap(name =>
      inputsBelow(join(workspace.folder, name), `workspace/${name}`),
    ),
    ...(own ? [{ file: `workspace/${own}`, bytes: readFileSync(join(workspace.folder, own)) }] : []),
  ];
}

function inputsBelow(folder: string, name: string): InputFile[] {
  return filesBelow(folder).map(file => ({
    file: `${name}/${file}`,
    bytes: readFileSync(join(folder, file)),
  }));
}
