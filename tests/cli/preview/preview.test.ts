import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preview } from '../../../src/cli/preview/preview.js';
import { findBrowser } from '../../../src/packs/find-browser.js';
import { CapturedConsole } from '../../support/captured-console.js';
import { workspacePath } from '../../support/figures-of.js';
import { WorkspaceFolder } from '../../support/workspace-folder.js';

const COMMENTARY = 'commentary/2020-09.md';
const WORDS = `---
approved_by: Director of Children's Services
approved_on: 2020-10-20
---
## What is going well?
- All teams use the new form. [contacts-mash-24h]

## What are we worried about?
- Posts are hard to fill. [posts-agency]
`;

describe('scorecard preview, in a browser', () => {
  let folder: WorkspaceFolder;
  let browser: Browser;
  let page: Page;
  let over: Promise<void>;
  const ended = new AbortController();
  const console = new CapturedConsole();
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = new WorkspaceFolder({ [COMMENTARY]: WORDS }, workspacePath('small'));
    const words = { workspace: folder.path, month: '2020-09', pack: 'scrutiny', port: 0 };
    over = preview({ ...words, allowErrors: false, json: true }, console, ended.signal);
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    browser = await puppeteer.launch({
      executablePath: findBrowser(),
      args: isRoot ? ['--no-sandbox'] : [],
    });
    page = await browser.newPage();
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(String(error)));
    await page.goto(JSON.parse(console.stdout).url);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    ended.abort();
    await over;
    folder.remove();
  });

  const PACK = `document.querySelector('iframe').contentWindow`;
  const until = (expression: string) => page.waitForFunction(expression, { timeout: 20_000, polling: 50 });
  /** Until the pack, as it stands in its frame, has these words. */
  const untilPackSays = (words: string) =>
    until(`${PACK}.document.body?.textContent.includes(${JSON.stringify(words)})`);
  const untilItSays = (words: string) =>
    until(`document.querySelector('#problems').textContent.includes(${JSON.stringify(words)})`);
  const isPackShown = () => page.evaluate(`!document.querySelector('iframe').hidden`);

  it('when a word of commentary is edited then the page shows it, and stays where the reader was', async () => {
    await untilPackSays('All teams use the new form.');
    // Its first words are there before the rest of it: until then it is too short to be scrolled.
    await until(`${PACK}.document.readyState === 'complete'`);
    await page.evaluate(`${PACK}.scrollTo(0, 700)`);
    folder.write(COMMENTARY, WORDS.replace('new', 'better'));
    await untilPackSays('All teams use the better form.');
    await until(`${PACK}.scrollY === 700`);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('when it cannot be made then file and line are shown in its place, and it comes back when mended', async () => {
    folder.write(COMMENTARY, WORDS.replace('the new form', '{{figure "re-referals"}}'));
    await untilItSays(`${COMMENTARY}:6`);
    await untilItSays('There is no measure "re-referals". Did you mean "re-referrals"?');
    expect(await isPackShown()).toBe(false);
    folder.write(COMMENTARY, WORDS.replace('new', 'mended'));
    await untilPackSays('All teams use the mended form.');
    expect(await isPackShown()).toBe(true);
  }, 120_000);

  it('when a target or a setting is edited then what hangs on it is made again', async () => {
    expect(folder.read('targets.csv')).toContain('re-referrals,value,,,20,,,');
    folder.write('targets.csv', folder.read('targets.csv').replace(',,,20,,,', ',,,21,,,'));
    await untilPackSays('at most 21%');
    folder.write('scorecard.yml', folder.read('scorecard.yml').replace('Testshire', 'Testmarsh'));
    await untilPackSays('Testmarsh Council');
  }, 120_000);

  it('when a measure is wrong then its file is named, until it is mended', async () => {
    folder.write('measures/weekend-contacts.yml', 'name: Contacts at weekends');
    await untilItSays('measures/weekend-contacts.yml');
    rmSync(join(folder.path, 'measures'), { recursive: true });
    await until(`!document.querySelector('iframe').hidden`);
  }, 120_000);

  it('when commentary is not approved then it is shown to whoever writes it, as a draft', async () => {
    folder.write(COMMENTARY, WORDS.replace(/^approved_(by|on):.*\n/gm, '').replace('new', 'draft'));
    await untilPackSays('All teams use the draft form.');
    await untilPackSays('Draft: the commentary is not approved');
  }, 120_000);

  it('writes nothing into the workspace', () => {
    expect(existsSync(join(folder.path, 'out'))).toBe(false);
  });
});

describe('scorecard preview', () => {
  it('when there is no such pack or workspace then it ends at once, and says so', async () => {
    const options = { month: '2020-09', port: 0, allowErrors: false, json: false };
    const never = new AbortController().signal;
    const small = { ...options, workspace: workspacePath('small') };
    await expect(preview({ ...small, pack: 'scrutinny' }, new CapturedConsole(), never)).rejects.toThrow(
      'There is no pack "scrutinny". Did you mean "scrutiny"?',
    );
    const none = { ...options, workspace: workspacePath('none'), pack: 'scrutiny' };
    await expect(preview(none, new CapturedConsole(), never)).rejects.toThrow('There is no folder');
  });
});
