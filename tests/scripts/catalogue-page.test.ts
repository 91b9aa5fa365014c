import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageFile, pageNow } from '../../scripts/catalogue-page/made.js';
import { cataloguePage } from '../../scripts/catalogue-page/page.js';
import { readExamples } from '../../scripts/catalogue-page/worked-example.js';
import { code, escapeMarkdown, link } from '../../scripts/markdown.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import type { Measure } from '../../src/measures/measure.js';
import { toolPath } from '../../src/tool-folder.js';
import { aVersion } from '../support/examples.js';

const MEASURE: Measure = {
  id: 'hub-decided',
  area: 'Our hub',
  name: 'Decided in a day [hub]',
  kind: 'ratio',
  counts: 'decided within a day',
  of: 'contacts to the *hub*',
  datedBy: 'received_at',
  window: 0,
  history: 12,
  pooled: false,
  distinct: false,
  divisor: 1,
  firstAsked: '',
  startedBy: '',
  endedBy: '',
  polarity: 'higher',
  unit: 'percent',
  decimals: 1,
  disclosure: 'process',
  national: 'near',
  nationalNote: 'The national figure counts <every> hour.',
  source: 'Local practice.',
  guide: 'Higher is better.',
  unsettled: '',
  category: null,
  statement: {
    said: '# of cases',
    topic: 'cases',
    weight: 4,
    reason: 'Working Together asks for it.',
    base: [],
  },
  rate: false,
  judged: 'after limit',
  needs: { contacts: ['received_at', 'route'], people: [] },
  versions: [
    {
      label: 'v1',
      from: '',
      to: '2020-08',
      definition: 'All hours.',
      sql: '',
      sqlFile: 'measures/hub/old.sql',
    },
    {
      label: 'v2',
      from: '2020-09',
      to: '',
      definition: 'No nights.',
      sql: '',
      sqlFile: 'measures/hub/new.sql',
    },
  ],
};

describe('docs/measures.md', () => {
  it('when a description has changed then the page is written again', () => {
    const committed = existsSync(pageFile) ? readFileSync(pageFile, 'utf8').replaceAll('\r\n', '\n') : '';
    const isCurrent = committed === pageNow();
    expect(isCurrent, 'docs/measures.md is not what measures/ says. Run: npm run docs').toBe(true);
  });

  it('when a measure has versions and a note then all of it is on the page', () => {
    const page = cataloguePage([MEASURE]);
    expect(page.slice(page.indexOf('## Contents'))).toBe(
      `## Contents

- [Our hub](#area-our-hub)
  - [Decided in a day \\[hub\\]](#measure-hub-decided)

<a id="area-our-hub"></a>

## Our hub

<a id="measure-hub-decided"></a>

### Decided in a day \\[hub\\]

- **Id:** \`hub-decided\`
- **Kind:** ratio
- **Definition:** decided within a day, of contacts to the \\*hub\\*
- **Dated by:** \`received_at\`
- **History:** 12 months of earlier data
- **Judged:** when the limit of a case has passed
- **Polarity:** higher is better
- **Unit:** percent, 1 decimal
- **Disclosure:** process: the council's own timeliness, so the percentage may stand without its counts
- **National:** near: national comparators use a like definition. The national figure counts \\<every\\> hour.
- **Versions:**
  - v1 to 2020-08: All hours.
  - v2 from 2020-09: No nights.
- **Needs:** \`contacts\` (\`received_at\`, \`route\`); \`people\`
- **Source:** Local practice.
- **How to read it:** Higher is better.
- **Weight in a draft:** 4: Working Together asks for it.
- **SQL:** [old.sql](../measures/hub/old.sql), [new.sql](../measures/hub/new.sql)
`,
    );
  });

  it('when it is of a window to the month end then that is said', () => {
    const page = cataloguePage([
      { ...MEASURE, datedBy: 'month end', window: 36, history: 'all', national: 'none', nationalNote: '' },
    ]);
    expect(page).toContain(
      '- **Dated by:** the month end (one figure a month end)\n- **Window:** the 36 months to',
    );
    expect(page).toContain('- **History:** as far back as the record goes\n');
  });

  it('when its figures arrive as figures then there is no SQL', () => {
    expect(cataloguePage([{ ...MEASURE, kind: 'manual', versions: [] }])).not.toMatch(/SQL:|Versions:/);
  });
});

describe('Markdown', () => {
  it.each([
    ['a_b *c* `d`', 'a\\_b \\*c\\* \\`d\\`'],
    ['<b> & [x] | ~ # \\', '\\<b\\> \\& \\[x\\] \\| \\~ \\# \\\\'],
    ['two\n lines ', 'two lines'],
    ["the council's 5%, at 10,000.", "the council's 5%, at 10,000."],
  ])('when the text is %j then it is written %j', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });

  it('when code holds a backtick then its fence is longer', () => {
    expect(code('received_at')).toBe('`received_at`');
    expect(code('a`b')).toBe('`` a`b ``');
  });

  it('when a target has spaces and brackets then the link still ends where it should', () => {
    expect(link('x', '../our measures/a(1).sql')).toBe('[x](../our%20measures/a%281%29.sql)');
  });
});

describe('the examples of the catalogue', () => {
  const exampleOf = readExamples();

  it('when a ratio has cases that are not yet due then they are told beside the division', () => {
    const { measures } = readCatalogue([toolPath('measures')], readExtractDefinitions());
    const example = (id: string) => exampleOf(measures.find(measure => measure.id === id) as Measure);
    // From expected.csv and manual_returns.csv of the workspace of edges, rows of September 2020.
    expect(example('audit-actions-overdue')).toBe('9 is returned, so the figure is 9.');
    expect(example('separated-young-people-eet')).toBe('15 of 45 are returned: 100 × 15 ÷ 45 = 33.3%.');
    // Nothing is returned of September, so an earlier month stands for it.
    expect(example('care-applications')).toBe('Of August 2020: 29 is returned, so the figure is 29.');
    expect(example('contacts-by-agency')).toMatch(
      /^102 cases are counted \(25 as Housing, .* and the others elsewhere\), so/,
    );
    for (const measure of measures) {
      expect(exampleOf(measure), measure.id).not.toBe('');
    }
  });

  it('when a query is shown then it is folded away, as it is in its file', () => {
    const page = cataloguePage([{ ...MEASURE, versions: [{ ...aVersion(), sql: 'SELECT 1;\n' }] }]);
    expect(page).toContain('<details><summary>Its SQL</summary>\n\n```sql\nSELECT 1;\n```\n\n</details>');
  });
});
