import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeptCharts } from '../../src/cache/kept-charts.js';
import type { KeptOutputs } from '../../src/cache/kept-outputs.js';
import { makePages, PackPrinter } from '../../src/cli/print-packs.js';
import type { PackPage } from '../../src/packs/make-pack.js';
import { choosePacks } from '../../src/packs/read-packs.js';
import { toolPath } from '../../src/tool-folder.js';
import { packInput } from '../packs/fixture.js';
import { NO_REPORT, packNamed, packsIn } from '../support/packs.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

/** Pages are planned, then drawn, then printed, the packs with most to draw before others. */

/** Draws nothing, and counts what it is asked for. */
class CountedCharts {
  asked = 0;
  drawing() {
    return () => {
      this.asked += 1;
      return '<svg></svg>';
    };
  }
}

describe('makePages', () => {
  let folder: WorkspaceFolder;
  beforeAll(() => {
    folder = new WorkspaceFolder({
      'templates/packs/own/pack.yml':
        'name: Own\naudience: board\nsections:\n  - { title: Own, part: own-part }\n',
      'templates/packs/own/partials/own-part.hbs': '<p>{{councill}}</p>\n',
    });
  });
  afterAll(() => folder.remove());

  const input = packInput();
  const made = async (packs: Parameters<typeof choosePacks>[0], charts: CountedCharts) => {
    const pages: PackPage[] = [];
    const sources = packs.map(pack => ({ pack, input, report: NO_REPORT }));
    const all = await makePages(sources, input.settings, charts as unknown as KeptCharts, page => {
      pages.push(page);
    });
    return { all, told: pages };
  };

  it('when a template of a later pack has a slip then it is told before a chart of any is drawn', async () => {
    const charts = new CountedCharts();
    const packs = packsIn([join(folder.path, 'templates'), toolPath('templates')], input.measures);
    const asked = choosePacks(packs, ['scrutiny', 'own']);
    await expect(made(asked, charts)).rejects.toThrow(/own-part\.hbs:1: error: .*councill/);
    expect(charts.asked).toBe(0);
  });

  it('when a pack has more to draw than another then it is made first, and stands in its own place', async () => {
    const charts = new CountedCharts();
    const { all, told } = await made([packNamed('data-quality'), packNamed('scrutiny')], charts);
    expect(told.map(({ name }) => name)).toEqual(['scrutiny', 'data-quality']);
    expect(all.pages.map(({ name }) => name)).toEqual(['data-quality', 'scrutiny']);
    expect(charts.asked).toBeGreaterThan(0);
  });
});

describe('PackPrinter', () => {
  it('when the browser fails then that is told at the end, and to nobody before', async () => {
    const failing = Promise.reject(new Error('no browser'));
    const printer = new PackPrinter(failing, ['pdf'], {} as KeptOutputs, 'tool');
    const page = { name: 'a', folder: '', html: '', facts: {} } as PackPage;
    printer.begin(page);
    await expect(printer.finish({ pages: [page], problems: [] })).rejects.toThrow('no browser');
  });

  it('when nothing is printed then pages are files in the order of the packs', async () => {
    const printer = new PackPrinter(Promise.resolve(null), ['html'], {} as KeptOutputs, 'tool');
    const pageOf = (name: string) => ({ name, folder: 'public/', html: `<p>${name}`, facts: {} }) as PackPage;
    const [one, two] = [pageOf('one'), pageOf('two')];
    printer.begin(two);
    printer.begin(one);
    const { files, versions } = await printer.finish({ pages: [one, two], problems: [] });
    expect(files.map(({ file, bytes }) => [file, bytes.toString()])).toEqual([
      ['public/one.html', '<p>one'],
      ['public/two.html', '<p>two'],
    ]);
    expect(versions.browser).toBe('none');
  });
});
