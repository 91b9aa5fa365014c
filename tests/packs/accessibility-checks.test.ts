import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAxe } from '../support/axe.js';
import { type OpenedPages, openPages } from '../support/open-page.js';
import {
  alternativeFaults,
  contrastFaults,
  headingFaults,
  keyboardFaults,
  tableFaults,
  widthFaults,
} from '../support/page-checks.js';

/** A small page without fault; each check is shown a page with one. */
const CHART = `<svg role="img" aria-label="Referrals fell from 9 to 4" width="60" height="30"><rect width="60" height="30" fill="#12436d"/><text x="5" y="20" fill="#ffffff">4</text></svg>`;
const TABLE = `<table><caption>Referrals</caption><thead><tr><th scope="col">Month</th><th scope="col">Number</th></tr></thead>
<tbody><tr><th scope="row">May</th><td>4</td></tr></tbody></table>`;
const WELL = `<!doctype html><html lang="en-GB"><title>Small</title><style>:focus-visible { outline: 3px solid #12436d } a { display: block; min-height: 24px }</style>
<main><h1>Small</h1><article><h2 id="here">Referrals</h2>${CHART}${TABLE}<a href="#here">Up</a><a href="#here">Again</a></article></main></html>`;

const FAULTS = [
  [
    'a drawing has no text',
    alternativeFaults,
    'aria-label="Referrals fell from 9 to 4"',
    '',
    /no text alternative/,
  ],
  [
    'a drawing has an empty text',
    alternativeFaults,
    'Referrals fell from 9 to 4',
    ' ',
    /no text alternative/,
  ],
  [
    'a drawing says its heading',
    alternativeFaults,
    'Referrals fell from 9 to 4',
    'Referrals',
    /only the heading/,
  ],
  ['two drawings say the same', alternativeFaults, CHART, CHART + CHART, /twice/],
  ['letters are too pale', contrastFaults, '<h2', '<p style="color: #999">Pale</p><h2', /2\.\d\d:1 "Pale"/],
  ['letters of a drawing are too pale', contrastFaults, 'fill="#ffffff"', 'fill="#4d545c"', /1\.\d\d:1 "4"/],
  ['a level is skipped', headingFaults, /h2/g, 'h3', /skips to Referrals/],
  [
    'there are two titles',
    headingFaults,
    /<h2 id="here">Referrals<\/h2>/,
    '<h1>Referrals</h1>',
    /not one h1/,
  ],
  ['a table has no caption', tableFaults, '<caption>Referrals</caption>', '', /no caption/],
  ['a head has no scope', tableFaults, 'scope="col">Number', '>Number', /no scope/],
  ['a row has no head', tableFaults, '<th scope="row">May</th>', '<td>May</td>', /a row without a head/],
  ['something is too wide', widthFaults, '<h2', '<p style="width: 2000px">Wide</p><h2', /2\d{3} wide/],
  [
    'focus is not seen',
    keyboardFaults,
    'outline: 3px solid #12436d',
    'outline: 0',
    /does not show its focus/,
  ],
  [
    'the way is out of order',
    keyboardFaults,
    '<a href="#here">Again',
    '<a href="#here" tabindex="1">Again',
    /is read/,
  ],
] as const;

describe('the checks of a page', () => {
  let pages: OpenedPages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages?.close());

  it('when a page is well made, then none of them finds a fault', async () => {
    const { page } = await pages.open(WELL);
    await page.bringToFront();
    for (const check of [
      alternativeFaults,
      contrastFaults,
      headingFaults,
      tableFaults,
      widthFaults,
      keyboardFaults,
    ])
      expect(await check(page)).toEqual([]);
    expect(await runAxe(page)).toMatchObject({ violations: [], incomplete: [] });
  });

  it.each(FAULTS)('when %s, then it is told', async (_, check, from, to, expected) => {
    const { page } = await pages.open(WELL.replace(from, to));
    await page.bringToFront();
    expect((await check(page)).join('\n')).toMatch(expected);
    await page.close();
  });

  it('when a page has no title and a link no words, then axe tells of both', async () => {
    const { page } = await pages.open(WELL.replace('<title>Small</title>', '').replace('>Up<', '><'));
    const { violations } = await runAxe(page);
    expect(violations.map(each => each.split(':')[0])).toEqual(
      expect.arrayContaining(['document-title', 'link-name']),
    );
  });
});
