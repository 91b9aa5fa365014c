import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readerText } from '../../src/packs/reader-text.js';
import { toolPath } from '../../src/tool-folder.js';
import { readPdf } from '../packs/read-pdf.js';
import { buildSamplePack } from '../support/sample-pack.js';

/** Ids of people, families, workers and records are in no file that may be published, in no place of it. */
describe('what is published of the sample', () => {
  let files: Record<string, string>;
  const ids = idsOfSample();

  beforeAll(async () => {
    const { html, pdf, figuresCsv } = await buildSamplePack();
    const { pages, info, metadata, outline } = await readPdf(pdf);
    files = {
      'scrutiny.html': html,
      'its words': readerText(html).join('\n'),
      'figures.csv': figuresCsv,
      'the words of scrutiny.pdf': pages.map(page => page.text).join('\n'),
      'its metadata': JSON.stringify([info, metadata, outline]),
      'all that is packed in it': unpacked(pdf),
    };
  }, 300_000);

  it('when the ids of all extracts are looked for, then none is found', () => {
    expect(ids.size).toBeGreaterThan(10_000);
    for (const [file, text] of Object.entries(files)) {
      expect(text.length, file).toBeGreaterThan(100);
      const found = [...new Set(text.match(/[\p{L}\p{N}_-]+/gu) ?? [])].filter(word => ids.has(word));
      expect(found, file).toEqual([]);
    }
  });

  it('when an id is put in, then it is found', () => {
    const [id = ''] = ids;
    expect(`<p title="of ${id}.">`.match(/[\p{L}\p{N}_-]+/gu)?.some(word => ids.has(word))).toBe(true);
  });
});

/** Every value of a column of type id that could not be a number of the pack by chance. */
function idsOfSample(): Set<string> {
  const folder = toolPath('sample-data', 'extracts');
  const ids = new Set<string>();
  for (const { name, columns } of readExtractDefinitions()) {
    if (!readdirSync(folder).includes(`${name}.csv`)) continue;
    const own = columns.filter(column => column.type === 'id').map(column => column.name);
    const rows: Record<string, string>[] = parse(readFileSync(`${folder}/${name}.csv`), {
      columns: true,
      bom: true,
    });
    for (const row of rows) for (const column of own) if (row[column]) ids.add(row[column]);
  }
  return ids;
}

/** The streams of a PDF as they are once unpacked: drawings, fonts' names, tags, and whatever else is hidden in it. */
function unpacked(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts = [bytes.toString('latin1').replaceAll(/stream\r?\n[\s\S]*?endstream/g, '')];
  for (const match of bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)) {
    try {
      parts.push(inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'));
    } catch {
      parts.push(match[1] ?? '');
    }
  }
  return parts.join('\n');
}
