import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../src/cli/build.js';
import { UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { CapturedConsole } from '../support/captured-console.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

/** What goes to public/ is made from the public figures and from nothing that could say more. */

const TIME = 300_000;
const MONTH = '2020-09';
const made: WorkspaceFolder[] = [];
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

function workspace(from: string, files: Record<string, string> = {}): WorkspaceFolder {
  const folder = new WorkspaceFolder(files, from);
  made.push(folder);
  return folder;
}

async function madeIn(folder: WorkspaceFolder, packs: readonly string[]): Promise<string> {
  const out = join(folder.path, 'made');
  const options = { workspace: folder.path, month: MONTH, out, pack: packs, format: ['html'] as const };
  await build({ ...options, strict: false, allowErrors: false, json: false }, new CapturedConsole());
  return out;
}

describe('a pack for the public', () => {
  it('when two hidden counts change places, then not a byte of it changes', { timeout: TIME }, async () => {
    // Four referrals of September came from the voluntary sector and one from a court: both are c. Now they are three and two.
    const extract = 'extracts/referrals.csv';
    const before = read(toolPath('sample-data'), extract);
    const one = /^([^\n]*,[^,\n]*,\d\d\/09\/2020 [^,\n]*,)Voluntary sector,/m;
    const after = before.replace(one, '$1Court,');
    expect(after).not.toBe(before);
    const [first, second] = [workspace(toolPath('sample-data')), workspace(toolPath('sample-data'))];
    second.write(extract, after);
    const outs = [await madeIn(first, ['scrutiny']), await madeIn(second, ['scrutiny'])] as const;
    const whole = outs.map(out => read(out, 'figures.csv'));
    expect(whole[0]).not.toBe(whole[1]);
    for (const file of ['scrutiny.html', 'figures.csv'])
      expect(read(outs[0], 'public', file) === read(outs[1], 'public', file), file).toBe(true);
    expect(read(outs[0], 'public', 'scrutiny.html')).toContain('Voluntary sector');
  });

  it('when comments and self-evaluations are written, then they are in no pack for the public', {
    timeout: TIME,
  }, async () => {
    const book = read(toolPath('templates', 'packs', 'indicator-book', 'pack.yml'));
    const folder = workspace(toolPath('tests', 'workspaces', 'small'), {
      'templates/packs/indicator-book/pack.yml': book.replace(/^audience: .*/m, 'audience: public'),
      [`comments/${MONTH}.md`]: '## re-referrals\n\nTold to the board alone, about one family.\n',
    });
    // Its commentary names figures that are hidden.
    rmSync(join(folder.path, 'commentary'), { recursive: true });
    const out = await madeIn(folder, ['indicator-book', 'indicator-book-internal']);
    expect(read(out, 'indicator-book-internal.html')).toContain('Told to the board alone');
    const html = read(out, 'public', 'indicator-book.html');
    expect(html).toContain('Re-referrals');
    expect(html).not.toContain('Told to the board alone');
    expect(readdirSync(join(out, 'public')).sort()).toEqual(['figures.csv', 'indicator-book.html']);
  });

  it.each(['team', 'data-quality', 'self-evaluation'])(
    'when the pack %s is given to the public, then nothing is made',
    { timeout: TIME },
    async name => {
      const manifest = read(toolPath('templates', 'packs', name, 'pack.yml'));
      const file = `templates/packs/${name}/pack.yml`;
      const folder = workspace(toolPath('tests', 'workspaces', 'small'), {
        [file]: manifest.replace(/^audience: .*/m, 'audience: public'),
      });
      const error = await madeIn(folder, [name]).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UserError);
      const { exitCode, problems } = error as UserError;
      expect(exitCode).toBe(2);
      expect(problems.map(({ rule, place }) => `${place?.file}: ${rule}`)).toEqual([`${file}: never-public`]);
      expect(existsSync(join(folder.path, 'made'))).toBe(false);
    },
  );

  it("when commentary names a team's figure, then it is refused for the public with its line", {
    timeout: TIME,
  }, async () => {
    const folder = workspace(toolPath('tests', 'workspaces', 'small'));
    const file = `commentary/${MONTH}.md`;
    const lines = read(folder.path, file).split('\n');
    const line = lines.findIndex(text => text.includes('team="Child Protection"')) + 1;
    expect(line).toBeGreaterThan(0);
    const error = await madeIn(folder, ['scrutiny']).catch((reason: unknown) => reason);
    const problems = error instanceof UserError ? error.problems : [];
    expect(problems.filter(({ place }) => place?.line === line).map(({ message }) => message)).toEqual([
      expect.stringMatching(/no figure of s47-in-15-days .*Child Protection/),
    ]);
  });
});
