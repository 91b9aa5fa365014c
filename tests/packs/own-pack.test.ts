import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openCharts } from '../../src/charts/renderer.js';
import { inEditions } from '../../src/packs/editions.js';
import { makePack } from '../../src/packs/make-pack.js';
import { choosePacks, measuresOf } from '../../src/packs/read-packs.js';
import { toolPath } from '../../src/tool-folder.js';
import { aMeasure } from '../support/examples.js';
import { NO_REPORT, packsIn } from '../support/packs.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';
import { packInput } from './fixture.js';

/** The files that CONTRIBUTING.md gives for a new pack: each begins with its name. */
function filesOfTheGuide(): Record<string, string> {
  const guide = readFileSync(toolPath('CONTRIBUTING.md'), 'utf8').replaceAll('\r\n', '\n');
  const blocks = guide.matchAll(/```\w+\n( +\S+ (templates\/packs\/\S+)[\s\S]*?)\n +```/g);
  return Object.fromEntries(
    [...blocks].map(([, text = '', file = '']) => [file, text.replaceAll(/^ {3}/gm, '')]),
  );
}

const measures = [
  aMeasure({ id: 'contacts-mash-24h', name: 'MASH contacts decided in 24 hours', area: 'Front door' }),
  aMeasure({ id: 're-referrals', name: 'Re-referrals', area: 'Front door' }),
  aMeasure({ id: 's47-in-15-days', name: 'Enquiries in time', area: 'Assessment', firstAsked: 'plan 2020' }),
];

describe("a workspace's own pack", () => {
  const made: WorkspaceFolder[] = [];
  const foldersWith = (files: Record<string, string>) => {
    const folder = new WorkspaceFolder(files);
    made.push(folder);
    return [join(folder.path, 'templates'), toolPath('templates')];
  };
  const ownPack = (lines: string) => foldersWith({ 'templates/packs/own/pack.yml': lines });
  afterEach(() => {
    for (const folder of made.splice(0)) folder.remove();
  });

  it('when the steps of CONTRIBUTING.md are followed, then the pack is made, with its measures and its own words', async () => {
    const files = filesOfTheGuide();
    expect(Object.keys(files)).toEqual([
      'templates/packs/front-door-brief/pack.yml',
      'templates/packs/front-door-brief/partials/asks.hbs',
      'templates/packs/front-door-brief/styles.css',
    ]);
    const measuresOfGuide = [
      ...packInput().measures.filter(measure => measure.id === 'contacts-mash-24h'),
      aMeasure({ id: 'contacts-da-hub-48h', name: 'Hub contacts' }),
    ];
    const packs = packsIn(foldersWith(files), measuresOfGuide);
    const [pack] = choosePacks(packs, ['front-door-brief']);
    if (!pack) throw new Error('no pack');
    const shown = measuresOf(pack, measuresOfGuide, []);
    expect(shown.map(measure => measure.id)).toEqual(['contacts-mash-24h', 'contacts-da-hub-48h']);
    const input = packInput();
    const { pages } = await makePack({
      pack,
      input: { ...input, measures: input.measures.filter(measure => measure.id === 'contacts-mash-24h') },
      report: NO_REPORT,
      draw: await openCharts(),
    });
    const [page] = pages;
    expect(page).toMatchObject({ name: 'front-door-brief', folder: '' });
    expect(page?.facts.title).toBe('Front door brief: September 2020');
    expect(page?.html).toContain('For the front door meeting');
    expect(page?.html).toMatch(/the hub decided 94\.\d+% of its contacts in time/);
    expect(page?.html).toContain('id="area-how-quickly-we-decide"');
    expect(page?.html.match(/class="chart chart-series"/g)).toHaveLength(1);
    expect(page?.html).toContain('@page { size: A4 portrait; }');
    expect(page?.html).toContain('.asks { max-width');
  });

  it('when its manifest has slips, then all are told at once, each with file and line', () => {
    const folders = ownPack(
      'name: Own\naudience: board\nview: genral\nsections:\n  - { title: One, part: three-question }\n  - { title: Two, measures: [re-referals] }\n  - { title: Three, measures: [re-referrals] }\n  - { title: Four, measures: [re-referrals] }\n',
    );
    expect(() => packsIn(folders, measures)).toThrow(
      [
        'templates/packs/own/pack.yml:3: view: error: There is no view "genral". Did you mean "general"? [unknown-view]',
        'templates/packs/own/pack.yml:5: sections.0.part: error: There is no partial "three-question". Did you mean "three-questions"? [unknown-partial]',
        'templates/packs/own/pack.yml:6: sections.1.measures.0: error: There is no measure "re-referals". Did you mean "re-referrals"? [unknown-measure]',
        'templates/packs/own/pack.yml:8: sections.3: error: re-referrals stands in the pack already. Keep one. [repeated-section]',
      ].join('\n'),
    );
  });

  it.each(['general', 'data-quality', 'indicator-book'])(
    'when a pack of the view %s has the key as a section, then it stands there, and nowhere else',
    async view => {
      const folders = ownPack(
        `name: Own\naudience: board\nview: ${view}\nsections:\n  - { title: How to read it, part: key }\n`,
      );
      const pack = packsIn(folders, measures).find(each => each.id === 'own');
      if (!pack) throw new Error('no pack');
      const { pages } = await makePack({
        pack,
        input: packInput(),
        report: NO_REPORT,
        draw: await openCharts(),
      });
      const [before = '', main = ''] = pages[0]?.html.split('<main>') ?? [];
      expect(before).not.toContain('id="key"');
      expect(main.match(/id="key"/g)).toHaveLength(1);
      expect(main).toContain('nothing to judge: neither 0% nor 100%');
    },
  );

  it.each([
    ['audience: councillors', 'audience'],
    ['audience: board\nsection: []', 'section'],
    ['audience: board\npage: { size: B5 }', 'page.size'],
  ])('when its manifest says "%s", then the line is named', (lines, key) => {
    const folders = ownPack(`name: Own\n${lines}\nsections:\n  - { part: areas }\n`);
    expect(() => packsIn(folders, measures)).toThrow(
      new RegExp(`^templates/packs/own/pack\\.yml:\\d: ${key}: error: `),
    );
  });

  it('when a section has neither part nor measures, or no title, then the line is named', () => {
    const folders = ownPack(
      'name: Own\naudience: board\nsections:\n  - { title: One }\n  - { part: glance }\n',
    );
    expect(() => packsIn(folders, measures)).toThrow(/pack\.yml:4[\s\S]*pack\.yml:5/);
  });

  it('when a folder has no pack.yml, or a name that is none for a file, then it is told', () => {
    const folders = foldersWith({
      'templates/packs/own/partials/x.hbs': '',
      'templates/packs/Our Pack/pack.yml': '',
    });
    expect(() => packsIn(folders, measures)).toThrow(
      /packs\/Our Pack\/pack\.yml: error: Name the folder[\s\S]*packs\/own\/pack\.yml: error: A pack needs this file/,
    );
  });

  it("when a workspace has a manifest of a built-in pack's name, then it stands in for it", () => {
    const folders = foldersWith({
      'templates/packs/scrutiny/pack.yml': 'name: Ours\naudience: public\nsections:\n  - { part: areas }\n',
    });
    const pack = packsIn(folders, measures).find(each => each.id === 'scrutiny');
    expect(pack?.name).toBe('Ours');
    expect(pack?.folders).toHaveLength(4);
  });

  it.each([
    ['', ['contacts-mash-24h', 're-referrals']],
    ['measures: reported\n', ['contacts-mash-24h', 're-referrals']],
    ['measures: all\n', ['contacts-mash-24h', 're-referrals', 's47-in-15-days']],
    ['measures: [Assessment, re-referrals]\n', ['re-referrals', 's47-in-15-days']],
  ])('when it asks for "%s", then those are its measures', (lines, ids) => {
    const folders = ownPack(`name: Own\naudience: board\n${lines}sections:\n  - { part: areas }\n`);
    const pack = packsIn(folders, measures).find(each => each.id === 'own');
    if (!pack) throw new Error('no pack');
    expect(measuresOf(pack, measures, ['scorecard 2020']).map(measure => measure.id)).toEqual(ids);
  });

  it('when a pack is asked for that is none, then the nearest is named', () => {
    const packs = packsIn([toolPath('templates')], measures);
    expect(() => choosePacks(packs, ['scrutny'])).toThrow(
      'error: There is no pack "scrutny". Did you mean "scrutiny"? [unknown-pack]',
    );
    expect(choosePacks(packs, ['scrutiny']).map(pack => pack.id)).toEqual(['scrutiny']);
    expect(choosePacks(packs, [])).toEqual(packs);
  });

  it('when a public pack is asked for, then its internal edition is made only where it is asked for too', () => {
    const packs = inEditions(packsIn([toolPath('templates')], measures));
    const made = (...names: string[]) => choosePacks(packs, names).map(({ id }) => id);
    expect(made('scrutiny')).toEqual(['scrutiny']);
    expect(made('scrutiny-internal')).toEqual(['scrutiny-internal']);
    expect(made()).toEqual(expect.arrayContaining(['scrutiny', 'scrutiny-internal']));
  });
});
