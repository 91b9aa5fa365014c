import { afterEach, describe, expect, it } from 'vitest';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import type { ExtractFiles } from '../../src/extracts/files.js';
import { findExtractFiles } from '../../src/extracts/files.js';
import { withinLimit } from '../../src/extracts/size-limit.js';
import { ExtractSources } from '../../src/extracts/sources/extract-sources.js';
import { formatProblem } from '../../src/problems.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/** What one run reads in all has a limit, so that its memory has one. */

const folders: WorkspaceFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

const MB = 1_000_000;

/** A workspace whose files have so many bytes. */
function found(sizes: Readonly<Record<string, number>>): {
  folder: string;
  extracts: readonly ExtractFiles[];
} {
  const files = Object.entries(sizes).map(([name, bytes]) => [`extracts/${name}`, Buffer.alloc(bytes, 'x')]);
  const folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS, ...Object.fromEntries(files) });
  folders.push(folder);
  const { workspace } = openWorkspace(folder.path);
  if (!workspace) throw new Error('no workspace');
  const { extracts } = findExtractFiles(
    folder.path,
    workspace.settings,
    readExtractDefinitions(),
    ExtractSources.plain(folder.path),
  );
  return { folder: folder.path, extracts };
}

function read(extracts: readonly ExtractFiles[]): string[] {
  return extracts.flatMap(({ files }) => files).sort();
}

describe('withinLimit', () => {
  it('when all files together are as large as the limit then all are read', () => {
    const { folder, extracts } = found({ 'contacts.csv': 2 * MB, 'posts.csv': 1 * MB });
    const within = withinLimit(ExtractSources.plain(folder), extracts, 3 * MB);
    expect(read(within.extracts)).toEqual(['contacts.csv', 'posts.csv']);
    expect(within.problems).toEqual([]);
  });

  it('when they are larger then the smaller are read, and of the others it is told what is too much', () => {
    const { folder, extracts } = found({ 'contacts.csv': 3 * MB, 'posts.csv': 1 * MB, 'visits.csv': 2 * MB });
    const within = withinLimit(ExtractSources.plain(folder), extracts, 5 * MB);
    expect(read(within.extracts)).toEqual(['posts.csv', 'visits.csv']);
    expect(within.problems.map(formatProblem)).toEqual([
      'extracts/contacts.csv: error: contacts is not read from this file: it has 3 MB, all files together 6, and at most 5 are read in one run. Export a shorter period, or only the columns that are needed. [files-too-large]',
    ]);
  });

  it('when one file gives several extracts then it is weighed once, and left out of all', () => {
    const heading = 'ChildUniqueID,Gender,Ethnicity,DateOfBirth,Age,DateOfContact,ContactSource\n';
    const folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/List 1.csv': heading + '1,,,,,01/09/2020,Police\n'.repeat(1000),
      'extracts/posts.csv': 'post_id,status,fte,started_on\n',
    });
    folders.push(folder);
    const { workspace } = openWorkspace(folder.path);
    if (!workspace) throw new Error('no workspace');
    const { extracts } = findExtractFiles(
      folder.path,
      workspace.settings,
      readExtractDefinitions(),
      ExtractSources.plain(folder.path),
    );
    const whole = heading.length + 24 * 1000 + 30;
    expect(withinLimit(ExtractSources.plain(folder.path), extracts, whole).problems).toEqual([]);
    const within = withinLimit(ExtractSources.plain(folder.path), extracts, whole - 1);
    expect(read(within.extracts)).toEqual(['posts.csv']);
    expect(within.problems.map(({ message }) => message.split(' ')[0])).toEqual(['people', 'contacts']);
  });
});
