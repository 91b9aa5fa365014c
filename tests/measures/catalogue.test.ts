import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { type Catalogue, readCatalogue } from '../../src/measures/catalogue.js';
import { formatProblem } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';

const definitions = readExtractDefinitions();

/** The description of a measure; each line may be replaced, or taken away with ''. */
function description(lines: Readonly<Record<string, string>> = {}): string {
  const usual = {
    name: 'name: Referrals',
    area: 'area: Front door',
    kind: 'kind: count',
    counts: 'counts: referrals',
    dated_by: 'dated_by: received_at',
    polarity: 'polarity: none',
    unit: 'unit: count',
    disclosure: 'disclosure: attribute',
    source: 'source: Local',
    guide: 'guide: As it stands.',
    needs: 'needs: { referrals: [received_at] }',
  };
  return `${Object.values({ ...usual, ...lines })
    .filter(line => line !== '')
    .join('\n')}\n`;
}

describe('readCatalogue', () => {
  let folder: string;
  const own = () => join(folder, 'own');
  const tool = () => join(folder, 'tool');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(root: string, files: Readonly<Record<string, string>>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  }

  function read(): Catalogue & { told: string[] } {
    const catalogue = readCatalogue([tool(), own()], definitions);
    return { ...catalogue, told: catalogue.problems.map(formatProblem) };
  }

  function readOne(text: string): Catalogue & { told: string[] } {
    write(tool(), { 'a/example.yml': text, 'a/example.sql': 'SELECT 1' });
    return read();
  }

  it('when the built-in measures are read then none has a problem', () => {
    const { measures, problems } = readCatalogue([toolPath('measures')], definitions);
    expect(problems).toEqual([]);
    expect(measures.map(measure => measure.id)).toContain('re-referrals');
  });

  it('when a folder is not there then it holds nothing', () => {
    expect(readCatalogue([join(folder, 'none')], definitions)).toEqual({
      measures: [],
      shared: [],
      problems: [],
    });
  });

  it('when a description leaves out what it may then the measure has the defaults', () => {
    const { measures, told } = readOne(description());
    expect(told).toEqual([]);
    expect(measures).toMatchObject([
      {
        id: 'example',
        of: '',
        window: 0,
        history: 0,
        pooled: false,
        decimals: 0,
        national: 'none',
        category: null,
        rate: false,
        judged: 'at once',
        versions: [
          {
            label: 'v1',
            from: '',
            to: '',
            definition: '',
            sql: 'SELECT 1',
            sqlFile: 'measures/a/example.sql',
          },
        ],
      },
    ]);
  });

  it("when a workspace has a measure of the same id then it replaces the tool's, wherever it lies", () => {
    write(tool(), {
      'a/referrals.yml': description(),
      'a/referrals.sql': 'SELECT 1',
      'a/other.yml': description({ name: 'name: Other' }),
      'a/other.sql': 'SELECT 2',
    });
    write(own(), {
      'mine/referrals.yml': description({ name: 'name: Referrals as we count them' }),
      'mine/referrals.sql': 'SELECT 3',
    });
    const { measures, told } = read();
    expect(told).toEqual([]);
    expect(measures.map(({ id, name, versions }) => [id, name, versions[0]?.sql])).toEqual([
      ['other', 'Other', 'SELECT 2'],
      ['referrals', 'Referrals as we count them', 'SELECT 3'],
    ]);
  });

  it('when a workspace has shared SQL of the same name then it replaces ours and keeps its place', () => {
    write(tool(), { 'shared/10-a.sql': 'A', 'shared/20-b.sql': 'B', 'shared/30-c.sql': 'C' });
    write(own(), { 'shared/20-b.sql': 'MINE', 'shared/15-d.sql': 'D' });
    expect(read().shared.map(({ sql }) => sql)).toEqual(['A', 'D', 'MINE', 'C']);
  });

  it("when measures are ordered then by the pack's areas, an area of their own last", () => {
    write(tool(), {
      'a/one.yml': description({ area: 'area: Our own area' }),
      'b/two.yml': description({ area: 'area: Looked after' }),
      'c/three.yml': description(),
      'c/four.yml': description(),
    });
    const sql = Object.fromEntries(
      ['a/one', 'b/two', 'c/three', 'c/four'].map(id => [`${id}.sql`, 'SELECT 1']),
    );
    write(tool(), sql);
    expect(read().measures.map(measure => measure.id)).toEqual(['four', 'three', 'two', 'one']);
  });

  it('when a folder says the printed order then its areas follow it, and what it leaves out comes last', () => {
    const ids = ['alpha', 'beta', 'gamma'];
    write(tool(), { 'order.txt': '# front door\r\ngamma\r\n\r\nalpha\r\nno-such-measure\r\n' });
    write(tool(), Object.fromEntries(ids.map(id => [`a/${id}.yml`, description()])));
    write(tool(), Object.fromEntries(ids.map(id => [`a/${id}.sql`, 'SELECT 1'])));
    write(own(), {
      'order.txt': 'zeta\n',
      'zeta.yml': description(),
      'zeta.sql': 'SELECT 1',
      'early.yml': description({ area: 'area: Adoption' }),
      'early.sql': 'SELECT 1',
    });
    expect(read().measures.map(measure => measure.id)).toEqual(['gamma', 'alpha', 'zeta', 'beta', 'early']);
  });

  it('when codes are those of a column then they come from the extract, in its order', () => {
    const category = 'category: [{ title: Route, codes: contacts.route }, { title: Sex, codes: [B, A] }]';
    const { measures } = readOne(description({ category }));
    const route = definitions
      .find(each => each.name === 'contacts')
      ?.columns.find(each => each.name === 'route')?.codes;
    expect(route?.length).toBeGreaterThan(1);
    expect(measures[0]?.category).toEqual({ titles: ['Route', 'Sex'], codes: [route, ['B', 'A']] });
  });

  it('when codes are those of a column that does not exist then the nearest is named', () => {
    const { told } = readOne(description({ category: 'category: [{ title: Route, codes: contacts.rout }]' }));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Did you mean "route"?');
  });

  it('when versions follow each other then each has its months, its label and its SQL', () => {
    write(tool(), {
      'a/example.yml': description({
        versions:
          'versions:\n  - { to: 2020-08, sql: old.sql, definition: Before. }\n  - { from: 2020-09, sql: new.sql, definition: After. }',
      }),
      'a/old.sql': 'SELECT 1',
      'a/new.sql': 'SELECT 2',
    });
    const { measures, told } = read();
    expect(told).toEqual([]);
    expect(measures[0]?.versions).toMatchObject([
      { label: 'v1', from: '', to: '2020-08', definition: 'Before.', sql: 'SELECT 1' },
      { label: 'v2', from: '2020-09', to: '', definition: 'After.', sql: 'SELECT 2' },
    ]);
  });

  it.each([
    ['overlap', '{ to: 2020-09', '{ from: 2020-09'],
    ['are both open', '{', '{'],
  ])('when versions %s then it is told, for a month would be counted by both', (_, one, other) => {
    const versions = `versions:\n  - ${one}${one === '{' ? '' : ','} sql: example.sql, definition: Before. }\n  - ${other}${other === '{' ? '' : ','} sql: example.sql, definition: After. }`;
    const { told } = readOne(description({ versions }));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^measures\/a\/example\.yml:.*error: /);
  });

  it('when there is no SQL beside the description then that is told', () => {
    write(tool(), { 'a/example.yml': description() });
    expect(read().told).toEqual([
      'measures/a/example.yml: error: There is no example.sql beside it; a measure is a query and its description. [no-sql]',
    ]);
  });

  it('when there is a query without a description then that is told, for it would count nowhere', () => {
    write(tool(), { 'a/example.sql': 'SELECT 1' });
    expect(read().told).toHaveLength(1);
    expect(read().told[0]).toContain('measures/a/example.sql');
  });

  it('when it needs an extract or column that does not exist then the nearest is named, all at once', () => {
    const needs = 'needs: { referals: [received_at], contacts: [recieved_at, route] }';
    expect(readOne(description({ needs })).told).toEqual([
      'measures/a/example.yml: needs.referals: error: There is no extract "referals". Did you mean "referrals"? [unknown-extract]',
      'measures/a/example.yml: needs.contacts: error: contacts has no column "recieved_at". Did you mean "received_at"? [unknown-column]',
    ]);
  });

  it('when a description is wrong then its lines are named and the measure is left out', () => {
    const { measures, told } = readOne(
      description({ kind: 'kind: ration', unit: 'unit: percents', guide: '', window: 'windows: 12' }),
    );
    expect(measures).toEqual([]);
    expect(told).toEqual([
      'measures/a/example.yml:3: kind: error: Found "ration"; expected one of count, ratio, average, breakdown, snapshot, rate, manual. [wrong-value]',
      'measures/a/example.yml:7: unit: error: Found "percents"; expected one of percent, count, days, weeks, per 10000, fte, score, cases per worker, cases per fte. [wrong-value]',
      'measures/a/example.yml:1: guide: error: Nothing is given; expected text. [missing-value]',
      'measures/a/example.yml:11: windows: error: "windows" is not a setting here. Did you mean "window"? [unknown-key]',
    ]);
  });

  it.each([
    [
      'an unknown key in a version',
      'versions: [{ sql: example.sql, definition: X., form: 2020-09 }]',
      '"from"',
    ],
    ['a version without SQL', 'versions: [{ definition: X. }]', 'Nothing is given; expected text.'],
    ['a month that is none', 'versions: [{ sql: example.sql, definition: X., to: 2020-13 }]', 'YYYY-MM'],
    ['a level without a title', 'category: [{ codes: [A] }]', 'Nothing is given; expected text.'],
  ])('when a description has %s then that is told', (_, versions, words) => {
    const { told } = readOne(description({ versions }));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(words);
  });
});
