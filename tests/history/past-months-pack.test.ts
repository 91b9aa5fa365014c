import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { CapturedConsole } from '../support/captured-console.js';
import { workspacePath } from '../support/figures-of.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

/** August is published with two referrals; then one turns out to have been recorded twice, and is deleted. */
describe('a pack that prints a month which was published as another number', () => {
  let folder: WorkspaceFolder;
  let settings: string;
  beforeAll(async () => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
    settings = folder.read('scorecard.yml');
    await run('build', '2020-08', '--pack', 'data-quality', '--format', 'html', '--allow-errors');
    await run('freeze', '2020-08');
    const rows = folder.read('extracts/referrals.csv').split('\n');
    folder.write(
      'extracts/referrals.csv',
      rows.filter(row => !row.startsWith('R-AUG-DAY-MORE-2,')).join('\n'),
    );
  }, 120_000);
  afterAll(() => folder.remove());

  async function run(command: string, month: string, ...words: string[]): Promise<void> {
    const given = ['--workspace', folder.path, '--month', month, ...words];
    await createProgram(new CapturedConsole()).parseAsync(['node', 'scorecard', command, ...given]);
  }

  /** The indicator book of September, and in it the numbers of the page about referrals. */
  async function bookWith(pastMonths: string): Promise<{ html: string; months: string; page: string }> {
    folder.write('scorecard.yml', `${settings}history: { past_months: ${pastMonths} }\n`);
    await run('build', '2020-09', '--pack', 'indicator-book', '--format', 'html', '--allow-errors');
    const html = folder.read('out/2020-09/indicator-book.html');
    const page = html.slice(html.indexOf('id="measure-referrals"'));
    const [, row = ''] = /<tr class="main">(.*?)<\/tr>/s.exec(page) ?? [];
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]*>/g, ''),
    );
    return { html, months: cells.join(' ').trim(), page: page.slice(0, page.indexOf('</section>')) };
  }

  // Referrals of September 2019 to September 2020, counted in extracts/referrals.csv by hand; of August one is left.
  const BEFORE_AUGUST = '4 1 0 1 1 4 2 1 1 1 2';

  it('as they are now, then it prints the new number with its mark, and says what the mark means', async () => {
    const { months, page } = await bookWith('as they are now');
    expect(months).toMatch(new RegExp(`^${BEFORE_AUGUST} 1r 18`));
    expect(page).toContain('restated since it was published');
  }, 120_000);

  it('as published, then it prints what was published, and nothing anywhere is marked as restated', async () => {
    const { html, months } = await bookWith('as published');
    expect(months).toMatch(new RegExp(`^${BEFORE_AUGUST} 2 18`));
    expect(html).not.toContain('restated since it was published');
  }, 120_000);
});
