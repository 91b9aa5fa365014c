import { beforeAll, describe, expect, it } from 'vitest';
import { toolPath } from '../../src/tool-folder.js';
import { makeScrutinyHtml } from '../support/packs.js';
import { packInput } from './fixture.js';
import { hostileInput } from './fixture-hostile.js';

const NOTICE = 'Draft: small numbers not suppressed, not for publication';
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

  it('when a reader opens any part, then it says that it is a draft', () => {
    const parts = html.split(/<(?:section|header) class="page/).slice(1);
    expect(parts).toHaveLength(4 + 6 + 2);
    for (const part of parts) expect(part).toContain(NOTICE);
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
