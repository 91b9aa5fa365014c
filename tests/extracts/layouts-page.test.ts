import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerOf } from '../../scripts/layouts-page/answer.js';
import { pageFile, pageNow } from '../../scripts/layouts-page/made.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import type { Layout } from '../../src/extracts/layouts/layout.js';
import { readLayouts } from '../../src/extracts/layouts/library.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import type { Measure } from '../../src/measures/measure.js';
import { toolPath } from '../../src/tool-folder.js';
import { figuresOf, workspacePath } from '../support/figures-of.js';

const DEFINITIONS = readExtractDefinitions();
let measures: readonly Measure[];
let layouts: readonly Layout[];

beforeAll(() => {
  measures = readCatalogue([toolPath('measures')], DEFINITIONS).measures;
  layouts = readLayouts(DEFINITIONS).layouts;
});

function ask(measure: string, layout: string) {
  const found = measures.find(({ id }) => id === measure);
  const through = layouts.find(({ id }) => id === layout);
  if (!found || !through) throw new Error(`there is no ${measure} or no ${layout}`);
  return answerOf(found, through);
}

describe('docs/layouts.md', () => {
  it('when a layout or a measure has changed then the page is written again', () => {
    const committed = existsSync(pageFile) ? readFileSync(pageFile, 'utf8').replaceAll('\r\n', '\n') : '';
    const isCurrent = committed === pageNow();
    expect(isCurrent, 'docs/layouts.md is not what the layouts say. Run: npm run docs').toBe(true);
  });

  it.each([
    ['referrals', 'ssd-mosaic', 'yes', ''],
    ['contacts-mash', 'ssd-mosaic', 'no', 'a contact has no route'],
    ['referrals-neglect', 'ssd-mosaic', 'no', 'its code N1 is abuse or neglect together'],
    ['cp-plans-open', 'annex-a', 'partly', 'of the last 6 months only'],
    [
      're-referrals',
      'annex-a',
      'partly',
      'of the last 6 months only; list 3 says of each referral how many came in the 12 months before',
    ],
    [
      'assessments-repeat-12-months',
      'annex-a',
      'no',
      '13 months of records are needed, and assessments go back 6 months',
    ],
    [
      'cp-plans-repeat-open-2-years',
      'annex-a',
      'no',
      'the whole record is needed, and cp plans go back 6 months',
    ],
    ['rcpc-held', 'annex-a', 'no', 'of review conferences list 7 has only the latest of a child'],
    ['early-help-claims', 'annex-a', 'no', 'its figures arrive as figures'],
  ] as const)('when %s is asked of %s then the answer is %s', (measure, layout, answer, why) => {
    expect(ask(measure, layout)).toEqual({ answer, why });
  });

  it.each([
    ['layout-ssd', 'ssd-mosaic'],
    ['layout-annex-a', 'annex-a'],
  ])('when %s has a figure then the page says so, and only then', async (folder, layout) => {
    const { figures } = await figuresOf(workspacePath(folder), '2020-09');
    const answered = new Set(figures.filter(({ status }) => status !== 'no-data').map(each => each.measure));
    const said = measures.filter(({ id }) => ask(id, layout).answer !== 'no').map(({ id }) => id);
    expect([...answered].sort()).toEqual([...said].sort());
  });

  it('when a layout says that it is not for a measure then there is that measure', () => {
    const ids = measures.map(({ id }) => id);
    const named = layouts.flatMap(({ gives }) => gives.flatMap(({ not_for }) => Object.keys(not_for)));
    expect(named.filter(id => !ids.includes(id))).toEqual([]);
  });
});
