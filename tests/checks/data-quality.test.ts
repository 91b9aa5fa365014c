import { describe, expect, it } from 'vitest';
import { type DataQualityInput, dataQualityView } from '../../src/checks/data-quality-view.js';
import {
  errorsNotice,
  errorsNoticeForAll,
  findingNotes,
  findingNotesForAll,
} from '../../src/checks/finding-notes.js';
import { qualityCsv } from '../../src/checks/quality-csv.js';
import type { Finding } from '../../src/checks/rule.js';
import { openTemplates } from '../../src/packs/templates.js';
import { aSource } from '../support/examples.js';
import { packNamed } from '../support/packs.js';

function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    severity: 'warning',
    rule: 'unknown-code',
    title: 'A code outside its list',
    extract: 'posts',
    column: 'status',
    count: 1,
    message: '1 row of posts has "<b>" in status, which is not a code of it.',
    whatToDo: 'Map it.',
    why: 'It counts as nothing.',
    measures: ['posts-agency'],
    places: [{ file: 'extracts/posts.csv', line: 3, column: 'Status', message: 'A code outside its list.' }],
    regradedBecause: '',
    ...parts,
  };
}

function anInput(findings: readonly Finding[], parts: Partial<DataQualityInput> = {}): DataQualityInput {
  return {
    council: 'Test',
    month: '2020-09',
    extracts: [
      {
        extract: 'posts',
        layout: '',
        files: [{ file: 'extracts/posts.csv', rowsRead: 1200, rowsLeftOut: 2, unknown: ['remark'] }],
        columns: ['post_id', 'status'],
        missing: ['team'],
        mapped: {},
        coversFrom: '2016-04-01',
        lastDate: '2020-09-28',
        extractedOn: '2020-10-05',
      },
    ],
    absent: ['feedback'],
    unread: [],
    findings,
    extractedOn: '2020-10-05',
    toolVersion: '0.1.0',
    errorsAllowed: false,
    ...parts,
  };
}

describe('the data-quality pack', () => {
  it('when an extract was read then its rows, what was left out and its dates stand in a line', () => {
    expect(dataQualityView(anInput([aFinding()])).extracts).toEqual([
      {
        name: 'posts',
        anchor: 'found-in-posts',
        files: 'posts.csv',
        rowsRead: '1,200',
        rowsLeftOut: '2',
        columns: '2 of 3',
        coversFrom: '1 April 2016',
        lastDate: '28 September 2020',
        extractedOn: '5 October 2020',
        found: '1 warning',
      },
    ]);
  });

  it('when columns are missing and headings unread then both are named', () => {
    expect(dataQualityView(anInput([])).missing).toEqual([
      { extract: 'posts', text: 'Columns not in it: team. Headings not read: "remark".' },
    ]);
  });

  it('when a finding has eleven places then ten are shown and one is counted', () => {
    const places = Array.from({ length: 11 }, (_, index) => ({
      file: 'extracts/posts.csv',
      line: index + 2,
      message: `x ${index}`,
    }));
    const [finding] = dataQualityView(anInput([aFinding({ places })])).found[0]?.findings ?? [];
    expect(finding?.places).toHaveLength(10);
    expect(finding?.more).toBe('and 1 more, in data-quality.csv');
  });

  it('when the same is said of several lines then they stand in one row', () => {
    const places = [2, 3, 4, 9].map(line => ({ file: 'extracts/posts.csv', line, message: 'x' }));
    const [finding] = dataQualityView(anInput([aFinding({ places })])).found[0]?.findings ?? [];
    expect(finding?.places).toEqual([{ file: 'posts.csv', lines: '2–4, 9', column: '', message: 'x' }]);
    expect(finding?.where).toBe('posts.csv:2');
  });

  it('when findings are of several extracts then those of no extract come last', () => {
    const findings = [aFinding({ extract: '' }), aFinding(), aFinding({ extract: 'people' })];
    const names = dataQualityView(anInput(findings)).found.map(({ name }) => name);
    expect(names).toEqual(['posts', 'people', 'Files and settings']);
  });

  it('when errors were allowed then the pack says so', () => {
    const view = dataQualityView(anInput([aFinding({ severity: 'error' })], { errorsAllowed: true }));
    expect(view.verdict).toContain('The packs were made in spite of them (--allow-errors).');
  });

  it('when there are only notes then nothing is to be mended first', () => {
    const view = dataQualityView(anInput([aFinding({ severity: 'note' })]));
    expect(view.first).toEqual([]);
    expect(view.verdict).toBe('Nothing was found that would make a figure wrong.');
  });

  it('when a code holds HTML then it is text on the page', async () => {
    const templates = await openTemplates(packNamed('data-quality').folders, aSource([], []));
    const html = templates.render('partials/found', dataQualityView(anInput([aFinding()])));
    expect(html).toContain('has &quot;&lt;b&gt;&quot; in status');
    expect(html).toContain('<td>posts.csv</td><td class="number">3</td><td>Status</td>');
  });
});

describe('notes on the findings for other packs', () => {
  it('when an extract has warnings then their titles are told, without a value, a place or a note', () => {
    const findings = [
      aFinding(),
      aFinding({ column: 'team' }),
      aFinding({ rule: 'short-row', title: 'A row with too few cells' }),
      aFinding({ extract: 'people', severity: 'note' }),
    ];
    expect(findingNotes(findings)).toEqual([
      {
        extract: 'posts',
        text: 'Found when the extract was checked: a code outside its list; a row with too few cells.',
      },
    ]);
  });

  it('when a pack is published then it names no finding, and not how many there are', () => {
    const died = aFinding({ severity: 'error', title: 'Something after the child died' });
    expect(findingNotesForAll([died])).toEqual([
      { extract: 'posts', text: 'The checks of this extract found something that is not as it should be.' },
    ]);
    expect(errorsNoticeForAll(errorsNotice([died]))).toBe(
      'Made in spite of errors in the data: figures may be wrong',
    );
    expect(errorsNoticeForAll('')).toBe('');
  });

  it('when there are errors then the cover says so, and otherwise nothing', () => {
    expect(errorsNotice([aFinding()])).toBe('');
    expect(errorsNotice([aFinding({ severity: 'error' })])).toBe(
      'Made in spite of 1 error in the data: figures may be wrong',
    );
  });
});

describe('data-quality.csv', () => {
  it('when a finding has no place then it still has a row', () => {
    expect(qualityCsv([aFinding({ places: [], message: 'No month.' })])).toBe(
      'severity,rule,extract,file,line,column,message,what_to_do\nwarning,unknown-code,posts,,,status,No month.,Map it.\n',
    );
  });

  it('when a heading begins like a formula then a spreadsheet reads it as text', () => {
    const places = [{ file: 'extracts/posts.csv', line: 2, column: '=cmd', message: 'x' }];
    expect(qualityCsv([aFinding({ places })])).toContain(",2,'=cmd,x,");
  });
});
