import { beforeAll, describe, expect, it } from 'vitest';
import { makePack } from '../../src/packs/make-pack.js';
import { toolPath } from '../../src/tool-folder.js';
import { makeScrutinyHtml, NO_REPORT, packNamed } from '../support/packs.js';
import { packInput } from './fixture.js';
import { hostileInput } from './fixture-hostile.js';

const DRAFT = 'Draft: the commentary is not approved';
const FOLDERS = [toolPath('templates')];

describe('the page of the scrutiny pack', () => {
  let html: string;
  beforeAll(async () => {
    html = await makeScrutinyHtml(packInput(), FOLDERS);
  });

  it('when it is made again, then it is the same', async () => {
    expect(await makeScrutinyHtml(packInput(), FOLDERS)).toBe(html);
  });

  it('when a browser reads it, then language, title and policy are there and nothing is fetched', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(html).toContain(
      '<title>Children&#x27;s Services scorecard: September 2020 - Example Council</title>',
    );
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script[^>]|<link|<iframe|@import|\bsrc="|url\((?!data:|#)/);
    expect(html).not.toMatch(/https?:/);
  });

  it('when headings are read in order, then there is one first level and none is skipped', () => {
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map(match => Number(match[1]));
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });

  it('when its commentary is approved, then no part says that it is a draft', () => {
    expect(partsOf(html)).toHaveLength(4 + 6 + 2);
    expect(html).not.toContain('class="notice"');
  });

  it('when nobody has approved its commentary, then every part says that it is a draft, once', async () => {
    const questions = { ...packInput().questions, approved: null };
    const draft = partsOf(await makeScrutinyHtml({ ...packInput(), questions }, FOLDERS));
    expect(draft).toHaveLength(4 + 6 + 2);
    for (const part of draft) expect(part.split(DRAFT)).toHaveLength(2);
  });

  it('when it is the edition that shows small numbers, then every part says its classification', async () => {
    const pack = { ...packNamed('scrutiny'), isInternalEdition: true };
    const { pages } = await makePack({ pack, input: packInput(), report: NO_REPORT, draw: () => '' });
    expect(pages[0]?.folder).toBe('');
    expect(pages[0]?.facts.notice).toBe('Official-Sensitive: small numbers are shown, not for publication');
    for (const part of partsOf(pages[0]?.html ?? '')) expect(part).toContain(pages[0]?.facts.notice);
    expect(pages[0]?.html).toMatch(/<dt>Classification<\/dt>\s*<dd>Official-Sensitive</);
  });

  it('when tables are read, then each has a caption, and every head cell its scope', () => {
    const tables = html.match(/<table[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) expect(table).toMatch(/<caption/);
    expect(html.match(/<th(?![^>]*\bscope=)[\s>]/g)).toBeNull();
    // A head of one row can be repeated on every page.
    for (const head of html.match(/<thead>[\s\S]*?<\/thead>/g) ?? [])
      expect(head.match(/<tr/g)).toHaveLength(1);
  });

  it('when a link is followed, then it leads to one place in the page', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, target] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('when a rating has a colour, then its word is printed with it', () => {
    const ratings = [...html.matchAll(/<span class="rating rating-(\w+)">.*?<\/svg>(\w+)<\/span>/g)];
    expect(ratings.length).toBeGreaterThan(10);
    for (const [, colour, word] of ratings) expect(word?.toLowerCase()).toBe(colour);
  });
});

describe('a page made from hostile words', () => {
  it('when any name holds markup, then it is printed as text', async () => {
    const html = await makeScrutinyHtml(hostileInput(), FOLDERS);
    // Asked as yes or no: a failure that prints the whole page hides what failed.
    expect(html.includes('<img')).toBe(false);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/&lt;img src&#x3D;x|&lt;img src=x/g)?.length).toBeGreaterThan(40);
  });
});

function partsOf(html: string): string[] {
  return html.split(/<(?:section|header) class="page/).slice(1);
}
