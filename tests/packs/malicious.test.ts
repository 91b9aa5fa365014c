import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files.js';
import { MARK, maliciousWorkspace } from '../support/malicious-workspace.js';
import { type OpenedPages, openPages } from '../support/open-page.js';
import { readWorkbook, unzip } from '../support/read-workbook.js';
import { runTool, type ToolRun } from '../support/run-tool.js';
import type { WorkspaceFolder } from '../support/workspace-folder.js';
import { readPdf } from './read-pdf.js';

/** What is made from a workspace in which everything attacks, as a browser, a PDF reader, a spreadsheet and a terminal take it. */

const CONTROLS = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

interface Found {
  readonly owned: boolean;
  readonly scripts: number;
  readonly fetched: readonly string[];
}

/** Asked in the page itself, where this program's names are not known. */
const LOOK = `({
  owned: 'owned' in globalThis,
  handlers: document.querySelectorAll('[onerror], [onload], [onclick], [onmouseover]').length,
  scripts: document.scripts.length,
  frames: document.querySelectorAll('iframe, object, embed, form, base, link').length,
  outward: [...document.querySelectorAll('[href], [src]')]
    .map(each => each.getAttribute('href') ?? each.getAttribute('src') ?? '')
    .filter(address => !/^(#|data:image\\/)/.test(address)),
  fetched: performance.getEntriesByType('resource').map(entry => entry.name.slice(0, 20)),
})`;

describe('a malicious workspace', () => {
  let folder: WorkspaceFolder;
  let server: Server;
  let out: string;
  let files: readonly string[];
  const asked: string[] = [];
  let run: { exitCode: number; stdout: string; stderr: string };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    // A connection without a request tells somebody too.
    server.on('connection', () => asked.push('a connection'));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    folder = maliciousWorkspace(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    run = await buildAlone(folder.path);
    out = join(folder.path, 'out', '2020-09');
    files = filesBelow(out);
  }, 240_000);

  afterAll(() => {
    folder.remove();
    server.close();
  });

  const read = (file: string) => readFileSync(join(out, file), 'utf8');

  it('when its packs are made then every file has a plain name, and nothing lies outside', () => {
    expect(run.exitCode, run.stderr).toBe(0);
    expect(files).toContain('public/scrutiny.pdf');
    for (const file of files) expect(file).toMatch(/^(public\/)?[a-z0-9-]+(\.log)?\.[a-z]+$/);
    // Beside the packs only what a build knows of itself: hashes.
    const beside = filesBelow(join(folder.path, 'out')).filter(file => !file.startsWith('2020-09/'));
    expect(beside.filter(file => !file.startsWith('.cache/'))).toEqual([]);
  });

  it('when they were printed then nothing was asked of any server', () => {
    expect(asked).toEqual([]);
  });

  describe('in a browser', () => {
    let pages: OpenedPages;
    beforeAll(async () => {
      pages = await openPages();
    });
    afterAll(() => pages.close());

    it('when a page is opened with scripts allowed then only the page itself is read, and no attack runs', async () => {
      const names = files.filter(file => file.endsWith('.html'));
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) {
        const html = read(name);
        expect(html.includes(MARK), name).toBe(true);
        const { page } = await pages.open(html);
        const found = (await page.evaluate(LOOK)) as Found;
        expect(found.owned, name).toBe(false);
        expect(found).toMatchObject({ handlers: 0, frames: 0, outward: [] });
        expect(found.scripts).toBeLessThan(2);
        expect(found.fetched.filter(address => !address.startsWith('data:'))).toEqual([]);
        expect(CONTROLS.test(html), name).toBe(false);
      }
      expect(asked).toEqual([]);
    });

    it('when the policy alone stands between an attack and the reader then the attack still does not run', async () => {
      const html = read('public/scrutiny.html');
      const attack =
        '<script>owned=1</script><img src="x" onerror="owned=1"><a id="attack" href="javascript:owned=1">x</a>';
      const { page, said } = await pages.open(html.replace('<main>', `<main>${attack}`));
      await page.evaluate("document.getElementById('attack').click()");
      expect(await page.evaluate("'owned' in globalThis")).toBe(false);
      expect(said.join('\n')).toContain('Content Security Policy');
    });
  });

  it('when a PDF is read then it has no script, no action, no address and no file in it', async () => {
    for (const name of files.filter(file => file.endsWith('.pdf'))) {
      const bytes = readFileSync(join(out, name));
      const facts = await readPdf(Uint8Array.from(bytes));
      expect(facts.pages.map(page => page.text).join(' '), name).toContain(MARK);
      for (const text of [facts.metadata, ...Object.values(facts.info).map(String)])
        expect(CONTROLS.test(text), name).toBe(false);
      expect(facts.metadata).not.toMatch(/<(script|img|svg)/);
      expect(await actionsOf(bytes), name).toEqual([]);
    }
  });

  it('when a CSV file is opened in a spreadsheet then no cell is a formula', () => {
    const cells = files
      .filter(file => file.endsWith('.csv'))
      .flatMap(name => (parse(read(name), { relax_column_count: true }) as string[][]).flat());
    const obeyed = cells.filter(
      cell =>
        /^[\t\r\n]|^[\s\p{Cc}\p{Cf}"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell) &&
        !/^-?[\d.]+(e-?\d+)?$/.test(cell),
    );
    expect(obeyed).toEqual([]);
    expect(cells.filter(cell => cell.includes(MARK)).length).toBeGreaterThan(50);
  });

  it('when a workbook is opened then no cell is a formula, and nothing in it leads out', () => {
    const books = files.filter(file => file.endsWith('.xlsx')).map(file => readFileSync(join(out, file)));
    expect(books.length).toBeGreaterThan(2);
    for (const book of books) {
      const sheets = readWorkbook(book);
      expect(sheets.filter(({ xml }) => /<f[ >]/.test(xml))).toEqual([]);
      const texts = sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value)));
      expect(texts.filter(text => CONTROLS.test(text))).toEqual([]);
      expect(texts.some(text => text.includes(MARK))).toBe(true);
      expect([...unzip(book).values()].filter(part => part.includes('TargetMode="External"'))).toEqual([]);
    }
  });

  it('when a JSON file is shown in a terminal then nothing in it moves the cursor, and it says the same', () => {
    for (const name of files.filter(file => file.endsWith('.json'))) {
      expect(CONTROLS.test(read(name)), name).toBe(false);
      JSON.parse(read(name));
    }
    const figures = JSON.parse(read('figures.json')) as { category: string }[];
    expect(figures.some(({ category }) => category.includes('\u001b'))).toBe(true);
  });

  it('when a terminal shows what the run said then nothing in it is obeyed, and no line is another than it seems', () => {
    expect(run.stderr).toContain(MARK);
    expect(CONTROLS.test(run.stderr + run.stdout)).toBe(false);
    const stages = run.stderr.split('\n').filter(line => /^\[\d\/7\]/.test(line));
    expect(stages).toHaveLength(7);
  });
});

/** In a process of its own, whose output is what a terminal would be given. */
function buildAlone(workspace: string): Promise<ToolRun> {
  const words = ['--month', '2020-09', '--allow-errors', '--format', 'html', 'pdf', 'xlsx'];
  return runTool(workspace, 'build', ...words);
}

/** What a reader of the PDF could be made to do, but to go to another page of it. */
async function actionsOf(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const dictionaries = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(object => object instanceof PDFDict);
  const keys = [
    'JS',
    'JavaScript',
    'URI',
    'Launch',
    'EmbeddedFiles',
    'EF',
    'AA',
    'RichMedia',
    'XFA',
    'SubmitForm',
  ];
  return dictionaries.flatMap(dictionary => {
    const text = dictionary.toString();
    const kind = dictionary.get(PDFName.of('S'))?.toString() ?? '';
    const found = keys.filter(key => new RegExp(`/${key}\\b`).test(text));
    return [
      ...found,
      ...(['/JavaScript', '/Launch', '/URI', '/GoToR', '/ImportData'].includes(kind) ? [kind] : []),
    ];
  });
}
