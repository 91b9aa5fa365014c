/** A workspace whose extracts are changed between runs, as those of a live system are, and months of it frozen. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { freezePacks } from '../../src/cli/freeze.js';
import { type Prepared, prepare } from '../../src/cli/prepare.js';
import { handKeptFiles } from '../../src/cli/run-inputs.js';
import { figureFiles } from '../../src/figures/tidy.js';
import { workOutFigures } from '../../src/figures/work-out.js';
import { runRecord } from '../../src/history/run-record.js';
import { toolPath } from '../../src/tool-folder.js';
import { WorkspaceFolder } from './workspace-folder.js';

type Row = Record<string, string>;

export class DriftingWorkspace {
  private readonly folder = new WorkspaceFolder({}, toolPath('sample-data'));

  /** @param measures the only ones that are worked out · @param extracts the only ones that are kept */
  constructor(
    private readonly measures: readonly string[],
    extracts: readonly string[],
  ) {
    for (const file of readdirSync(join(this.path, 'extracts')))
      if (!extracts.includes(file.replace(/\.csv$/, ''))) rmSync(join(this.path, 'extracts', file));
    const settings = readFileSync(join(this.path, 'scorecard.yml'), 'utf8');
    this.folder.write('scorecard.yml', settings.replace('series_months: 25', 'series_months: 13'));
  }

  get path(): string {
    return this.folder.path;
  }

  prepared(): Prepared {
    const prepared = prepare(this.path);
    const measures = prepared.catalogue.measures.filter(({ id }) => this.measures.includes(id));
    return { ...prepared, catalogue: { ...prepared.catalogue, measures } };
  }

  /** Of every extract, only the rows that are asked for. */
  keepOnly(isKept: (row: Row) => boolean): void {
    for (const file of readdirSync(join(this.path, 'extracts'))) {
      const extract = file.replace(/\.csv$/, '');
      this.change(extract, rows => rows.filter(isKept));
    }
  }

  rows(extract: string): Row[] {
    const text = readFileSync(join(this.path, 'extracts', `${extract}.csv`), 'utf8');
    return parse(text, { columns: true, bom: true }) as Row[];
  }

  change(extract: string, drift: (rows: Row[]) => Row[]): void {
    const rows = this.rows(extract);
    const columns = Object.keys(rows[0] ?? {});
    this.folder.write(`extracts/${extract}.csv`, stringify(drift(rows), { header: true, columns }));
  }

  /** As `build` and `freeze` do, but for the pages. */
  async freeze(month: string, reason = ''): Promise<string> {
    const prepared = this.prepared();
    const workedOut = await workOutFigures({ ...prepared, month, onRead: async () => {} });
    const figures = { file: 'figures.csv', bytes: (await figureFiles(workedOut.figures)).csv };
    const record = runRecord({
      ...workedOut,
      month,
      extractedOn: '2020-10-05',
      versions: { scorecard: '1', node: '', duckdb: '', browser: '', font: '' },
      settings: prepared.workspace.settings,
      handKept: handKeptFiles(prepared.workspace, [`commentary/${month}.md`]),
      definitions: [],
      figureCount: workedOut.figures.length,
      packs: [],
      formats: ['html', 'pdf'],
      outputs: [figures],
      problems: [],
    });
    this.folder.write(`out/${month}/figures.csv`, figures.bytes);
    this.folder.write(`out/${month}/run.json`, record);
    const facts = { month, reason, frozenOn: '2020-10-20', toolVersion: '1' };
    const { made } = await freezePacks(prepared, join(this.path, 'out', month), facts, false);
    return made.folder;
  }

  remove(): void {
    this.folder.remove();
  }
}
