import { describe, expect, it } from 'vitest';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { headlinePeriod } from '../../src/measures/measure.js';
import { toolPath } from '../../src/tool-folder.js';
import { figuresOf } from '../support/figures-of.js';

/** The invented councils: every measure that comes with the tool can be seen at work in both. */
const { measures } = readCatalogue([toolPath('measures')], readExtractDefinitions());

describe.each([
  ['sample-data', '2020-09'],
  ['sample-data-2026', '2026-03'],
])('the workspace %s', (folder, month) => {
  it(`when ${month} is worked out then every measure has a figure, or no cases`, async () => {
    const { set, problems } = await figuresOf(toolPath(folder), month);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const without = measures.filter(measure => {
      const figure = set.get({ measure: measure.id, period: headlinePeriod(measure), month });
      return figure?.status !== 'ok' && figure?.status !== 'no-cases';
    });
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});
