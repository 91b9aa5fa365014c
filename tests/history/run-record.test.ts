import { describe, expect, it } from 'vitest';
import { type RunFacts, runLog, runRecord } from '../../src/history/run-record.js';
import type { Problem } from '../../src/problems.js';
import { settingsSchema } from '../../src/workspace/settings.js';

// From FIPS 180-4: the digests of "abc" and of nothing.
const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const facts: RunFacts = {
  month: '2020-09',
  extractedOn: '2020-10-05',
  versions: { scorecard: '1.0.0', node: 'v20', duckdb: '1.5', browser: 'Chrome/150', font: '5.0' },
  settings: settingsSchema.parse({ council: { name: 'Test' } }),
  loaded: [
    {
      name: 'contacts',
      columns: [],
      files: [
        { file: 'extracts/a.csv', sha256: OF_ABC, rowsRead: 5, rowsLeftOut: 1, text: '', headings: [] },
        { file: 'extracts/b.csv', sha256: OF_NOTHING, rowsRead: 0, rowsLeftOut: 0, text: '', headings: [] },
      ],
      problems: [],
      recorded: { earliest: '', latest: '' },
    },
    { name: 'visits', columns: [], files: [], problems: [], recorded: { earliest: '', latest: '' } },
  ],
  coverage: [{ extract: 'contacts', coversFrom: '2016-04-01', extractedOn: '2020-10-05', isAssumed: false }],
  handKept: [{ file: 'targets.csv', bytes: Buffer.from('abc') }],
  definitions: [
    { file: 'measures/front-door/example.sql', bytes: Buffer.from('abc') },
    { file: 'workspace/templates/cover.hbs', bytes: Buffer.from('') },
  ],
  figureCount: 42,
  packs: ['scrutiny'],
  formats: ['html', 'pdf'],
  outputs: [{ file: 'figures.csv', bytes: Buffer.from('abc') }],
  problems: [],
};

function problem(severity: Problem['severity']): Problem {
  return { severity, rule: 'odd', message: 'It is odd.', place: { file: 'a.csv', line: 2 } };
}

describe('runRecord', () => {
  it('when a run is recorded then its inputs have their digests and row counts', () => {
    expect(JSON.parse(runRecord(facts))).toMatchObject({
      month: '2020-09',
      extracted_on: '2020-10-05',
      versions: { scorecard: '1.0.0', duckdb: '1.5' },
      settings: { council: { name: 'Test' }, series_months: 25 },
      inputs: {
        extracts: [
          {
            extract: 'contacts',
            file: 'extracts/a.csv',
            sha256: OF_ABC,
            rows_read: 5,
            rows_left_out: 1,
            covers_from: '2016-04-01',
          },
          { extract: 'contacts', file: 'extracts/b.csv', sha256: OF_NOTHING, rows_read: 0, rows_left_out: 0 },
        ],
        hand_kept: [{ file: 'targets.csv', sha256: OF_ABC }],
        definitions: [
          { file: 'measures/front-door/example.sql', sha256: OF_ABC },
          { file: 'workspace/templates/cover.hbs', sha256: OF_NOTHING },
        ],
      },
      figures: 42,
      outputs: [{ file: 'figures.csv', bytes: 3, sha256: OF_ABC }],
      warnings: [],
    });
  });

  it('when the same run is recorded twice then the bytes are the same, and end with a line', () => {
    expect(runRecord(facts)).toBe(runRecord({ ...facts }));
    expect(runRecord(facts).endsWith('}\n')).toBe(true);
  });

  it('when the run had problems then warnings are kept as they were told, and notes are not', () => {
    const record = JSON.parse(runRecord({ ...facts, problems: [problem('note'), problem('warning')] }));
    expect(record.warnings).toEqual(['a.csv:2: warning: It is odd. [odd]']);
  });

  it('when an output is not ASCII then its bytes are counted, not its letters', () => {
    const record = JSON.parse(runRecord({ ...facts, outputs: [{ file: 'é', bytes: Buffer.from('é') }] }));
    expect(record.outputs[0].bytes).toBe(2);
  });

  it('when it is written then it is the record that the output folder knows a run by', () => {
    expect(JSON.parse(runRecord(facts)).outputs.map((output: { file: string }) => output.file)).toEqual([
      'figures.csv',
    ]);
  });
});

describe('runLog', () => {
  it('when a run is logged then only there a clock is named', () => {
    const log = runLog('2020-10-06T09:00:00.000Z', [{ stage: 'Extracts', seconds: 1.2 }]);
    expect(JSON.parse(log)).toEqual({
      started_at: '2020-10-06T09:00:00.000Z',
      stages: [{ stage: 'Extracts', seconds: 1.2 }],
    });
    expect(runRecord(facts)).not.toMatch(/\d{2}:\d{2}:\d{2}/);
  });
});
