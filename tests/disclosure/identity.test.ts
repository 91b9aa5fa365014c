import { readdirSync, readFileSync } from 'node:fs';
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readerText } from '../../src/packs/reader-text.js';
import { toolPath } from '../../src/tool-folder.js';
import { readPdf } from '../packs/read-pdf.js';
import { buildSamplePack } from '../support/sample-pack.js';

/** Ids of people, families, workers and records, and dates of birth, are nowhere in what may be published. */
describe('what is published of the sample', () => {
  let files: Record<string, string>;
  const ids = valuesOf(column => column.type === 'id');
  const birthdays = valuesOf(column => column.name === 'date_of_birth');

  beforeAll(async () => {
    const { html, pdf, figuresCsv } = await buildSamplePack();
    const { pages, info, metadata, outline } = await readPdf(pdf);
    files = {
      'scrutiny.html': html.replaceAll(/data:font[^)"']+/g, ''),
      'its words': readerText(html).join('\n'),
      'figures.csv': figuresCsv,
      'the words of scrutiny.pdf': pages.map(page => page.text).join('\n'),
      'its metadata': JSON.stringify([info, metadata, outline]),
      'all that is packed in it': await unpacked(pdf),
    };
  }, 300_000);

  it('when the ids of all extracts are looked for, then none is found', () => {
    expect(ids.size).toBeGreaterThan(10_000);
    for (const [file, text] of Object.entries(files)) {
      expect(text.length, file).toBeGreaterThan(100);
      expect(among(ids, text), file).toEqual([]);
    }
  });

  it('when dates of birth are looked for, then none is found', () => {
    expect(birthdays.size).toBeGreaterThan(1000);
    const isoDates = [...birthdays].map(date => date.split('/').reverse().join('-'));
    const forms = new Set([...birthdays, ...isoDates]);
    for (const [file, text] of Object.entries(files))
      expect(
        text.match(/\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}/g)?.filter(date => forms.has(date)) ?? [],
        file,
      ).toEqual([]);
  });

  it('when a team is looked for, then none has a figure', () => {
    const rows: Record<string, string>[] = parse(files['figures.csv'] ?? '', { columns: true, bom: true });
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.filter(row => row.team !== '')).toEqual([]);
    const teams = valuesOf(column => column.name === 'team');
    expect(teams.size).toBeGreaterThan(10);
    // Every team would be the heading of a row, or the name of a part of a chart.
    const lines = new Set((files['its words'] ?? '').split('\n').map(line => line.trim()));
    expect([...teams].filter(team => lines.has(team))).toEqual([]);
  });

  it('when the notes on the data are read, then they count no rows of an extract', () => {
    expect(/Complete from 1 April 2016/.test(files['its words'] ?? '')).toBe(true);
    for (const words of [files['its words'], files['the words of scrutiny.pdf']])
      expect(words?.match(/.*(?<!dot plot of )\b[\d,]+ rows?\b.*/g) ?? []).toEqual([]);
  });

  it('when an id is put in, then it is found', () => {
    const [id = ''] = ids;
    expect(among(ids, `<p title="of ${id}.">`)).toEqual([id]);
  });
});

function among(ids: ReadonlySet<string>, text: string): string[] {
  return [...new Set(text.match(/[\p{L}\p{N}_-]+/gu) ?? [])].filter(word => ids.has(word));
}

/** Every value of some columns of the extracts. */
function valuesOf(
  isMeant: (column: { readonly name: string; readonly type: string }) => boolean,
): Set<string> {
  const folder = toolPath('sample-data', 'extracts');
  const values = new Set<string>();
  for (const { name, columns } of readExtractDefinitions()) {
    if (!readdirSync(folder).includes(`${name}.csv`)) continue;
    const own = columns.filter(isMeant).map(column => column.name);
    const rows: Record<string, string>[] = parse(readFileSync(`${folder}/${name}.csv`), {
      columns: true,
      bom: true,
    });
    for (const row of rows) for (const column of own) if (row[column]) values.add(row[column]);
  }
  return values;
}

/**
 * The objects of a PDF and its streams unpacked: drawings, tags, and whatever else is in it. Not the fonts' own bytes, in
 * which four characters such as W001 may stand by chance.
 */
async function unpacked(pdf: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const objects = context.enumerateIndirectObjects();
  const fonts = new Set(
    objects.flatMap(([, object]) =>
      object instanceof PDFDict
        ? ['FontFile', 'FontFile2', 'FontFile3'].map(key => object.get(PDFName.of(key)))
        : [],
    ),
  );
  return objects
    .filter(([reference]: [PDFRef, unknown]) => !fonts.has(reference))
    .map(([, object]) =>
      object instanceof PDFRawStream
        ? `${object.dict} ${Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')}`
        : `${object}`,
    )
    .join('\n');
}
