import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../src/cli/build.js';
import { freeze } from '../../src/cli/freeze.js';
import { filesBelow } from '../../src/files.js';
import type { Format } from '../../src/packs/formats.js';
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

async function madeIn(
  folder: WorkspaceFolder,
  packs: readonly string[],
  { month = MONTH, format = ['html'] }: { month?: string; format?: readonly Format[] } = {},
): Promise<string> {
  const out = join(folder.path, 'out', month);
  const options = { workspace: folder.path, month, out, pack: packs, format };
  await build({ ...options, strict: false, allowErrors: false, json: false }, new CapturedConsole());
  return out;
}

/** The pack of the tool, given to the public by the workspace. */
function madePublic(name: string): Record<string, string> {
  const file = `templates/packs/${name}/pack.yml`;
  return { [file]: read(toolPath(file)).replace(/^audience: .*/m, 'audience: public') };
}

/** Files of a folder that are not what they are in another. */
function differing(one: string, other: string): string[] {
  const files = filesBelow(one);
  expect(filesBelow(other)).toEqual(files);
  return files.filter(file => !readFileSync(join(one, file)).equals(readFileSync(join(other, file))));
}

describe('a pack for the public', () => {
  it('when two hidden counts change places, then not a byte of it changes', { timeout: TIME }, async () => {
    // Four referrals of September came from the voluntary sector and one from a court: both are c. Now they are three and two.
    const extract = 'extracts/referrals.csv';
    const before = read(toolPath('sample-data'), extract);
    const moved = /^([^\n]*,[^,\n]*,\d\d\/09\/2020 [^,\n]*,)Voluntary sector,/m;
    const after = before.replace(moved, '$1Court,');
    expect(after).not.toBe(before);
    // Whatever a workspace gives to the public: what a page draws, sorts or says is made of what may be published.
    const files = { ...madePublic('indicator-book'), ...madePublic('improvement-plan') };
    const [first, second] = [
      workspace(toolPath('sample-data'), files),
      workspace(toolPath('sample-data'), { ...files, [extract]: after }),
    ];
    for (const [packs, format] of [
      [['scrutiny'], ['html', 'pdf', 'xlsx']],
      [['indicator-book', 'improvement-plan'], ['html']],
    ] as const) {
      const [one, other] = [await madeIn(first, packs, { format }), await madeIn(second, packs, { format })];
      expect(differing(one, other)).toContain('figures.csv');
      for (const file of packs.flatMap(pack => format.map(ending => `${pack}.${ending}`)))
        expect(filesBelow(join(one, 'public'))).toContain(file);
      expect(read(one, 'public', `${packs[0]}.html`)).toContain('Voluntary sector');
      expect(differing(join(one, 'public'), join(other, 'public'))).toEqual([]);
    }
  });

  it('when a hidden count of a month that was published has changed since, then no mark and no byte of it says so', {
    timeout: TIME,
  }, async () => {
    const kept = workspace(toolPath('sample-data'));
    await madeIn(kept, ['scrutiny', 'scrutiny-internal'], { month: '2020-08' });
    freeze({ workspace: kept.path, month: '2020-08', strict: false, json: false }, new CapturedConsole());
    const extract = 'extracts/referrals.csv';
    const later = /^([^\n]*,[^,\n]*,\d\d\/08\/2020 [^,\n]*,)Court,/m;
    // Three of August's referrals came from courts and two from housing: both are c, in August's pack and now.
    const changed = workspace(kept.path, { [extract]: kept.read(extract).replace(later, '$1Housing,') });
    const packs = ['scrutiny', 'scrutiny-internal'];
    const [as, now] = [await madeIn(kept, packs), await madeIn(changed, packs)];
    expect(differing(as, now)).toEqual(expect.arrayContaining(['figures.csv', 'scrutiny-internal.html']));
    expect(differing(join(as, 'public'), join(now, 'public'))).toEqual([]);
  });

  it('when comments and self-evaluations are written, then they are in no pack for the public', {
    timeout: TIME,
  }, async () => {
    const folder = workspace(toolPath('tests', 'workspaces', 'small'), {
      ...madePublic('indicator-book'),
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

  it('when a pack of its own is for the public, then it has no comment, and a self-evaluation is refused', {
    timeout: TIME,
  }, async () => {
    const own = (name: string, lines: readonly string[]) => ({
      [`templates/packs/${name}/pack.yml`]: [
        `name: ${name}`,
        'audience: public',
        'readers: everybody',
        ...lines,
      ].join('\n'),
    });
    const folder = workspace(toolPath('tests', 'workspaces', 'small'), {
      ...own('for-all', [
        'view: indicator-book',
        'measures: all',
        'sections: [{ title: All, part: indicator-pages }]',
      ]),
      'templates/packs/for-all/partials/indicator-pages.hbs':
        '<section id="{{section.anchor}}">{{#each section.pages}}<p>{{name}} {{{comment}}}</p>{{/each}}</section>',
      [`comments/${MONTH}.md`]: '## re-referrals\n\nTold to the board alone, about one family.\n',
    });
    rmSync(join(folder.path, 'commentary'), { recursive: true });
    const out = await madeIn(folder, ['for-all', 'for-all-internal']);
    expect(read(out, 'for-all-internal.html')).toContain('Told to the board alone');
    expect(read(out, 'public', 'for-all.html')).toContain('Re-referrals');
    expect(read(out, 'public', 'for-all.html')).not.toContain('Told to the board alone');
    const file = Object.keys(own('our-view', []))[0] ?? '';
    folder.write(
      file,
      own('our-view', ['view: self-evaluation', 'measures: all', 'sections: [{ title: All, part: glance }]'])[
        file
      ] ?? '',
    );
    const error = await madeIn(folder, ['our-view']).catch((reason: unknown) => reason);
    const problems = error instanceof UserError ? error.problems : [];
    expect(problems.map(({ rule, place }) => `${place?.file}: ${rule}`)).toEqual([`${file}: never-public`]);
  });

  it.each(['team', 'data-quality', 'self-evaluation'])(
    'when the pack %s is given to the public, then nothing is made',
    { timeout: TIME },
    async name => {
      const file = `templates/packs/${name}/pack.yml`;
      const folder = workspace(toolPath('tests', 'workspaces', 'small'), madePublic(name));
      const error = await madeIn(folder, [name]).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UserError);
      const { exitCode, problems } = error as UserError;
      expect(exitCode).toBe(2);
      expect(problems.map(({ rule, place }) => `${place?.file}: ${rule}`)).toEqual([`${file}: never-public`]);
      expect(existsSync(join(folder.path, 'out'))).toBe(false);
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
