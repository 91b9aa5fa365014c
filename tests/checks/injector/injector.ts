import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../../../scripts/sample-data/random.js';
import { checkReport } from '../../../src/checks/report.js';
import type { CheckReport } from '../../../src/checks/report-text.js';
import type { Finding } from '../../../src/checks/rule.js';
import { runChecks } from '../../../src/checks/run-checks.js';
import { type Prepared, prepare } from '../../../src/cli/prepare.js';
import { toolPath } from '../../../src/tool-folder.js';
import type { FaultKind, Injected, Place } from './fault.js';
import { table } from './order-kinds.js';
import { People } from './people.js';
import { Sample, type Sheet } from './sample.js';

/** Puts a fault into the sample, runs every check over it, and compares what is told with what was done. */

const MONTH = '2020-09';

export interface Outcome {
  readonly kind: string;
  readonly injected: Injected;
  /** Every place of the fault was told by its rule. */
  readonly isNamed: boolean;
  /** Ids and dates of birth that the report holds. */
  readonly namesPeople: readonly string[];
  /** Findings that neither name the fault nor are in the clean sample. */
  readonly extra: readonly Finding[];
}

export interface InjectorOptions {
  /** Only the extracts that a rule compares the faulty one with, in less time; of people, those that the fault names. */
  readonly onlyRelated?: boolean;
}

/** The same place is asked for so often that it lends itself to the fault. */
const MOST_ATTEMPTS = 500;

export class Injector {
  private readonly sample = new Sample();
  private readonly people = new People(this.sample);
  private readonly prepared: Prepared = prepare(toolPath('sample-data'));
  private clean: readonly Finding[] = [];

  private constructor(private readonly options: InjectorOptions) {}

  static async open(options: InjectorOptions = {}): Promise<Injector> {
    const injector = new Injector(options);
    injector.clean = (await injector.check(injector.sample.sheets)).findings;
    return injector;
  }

  /** What the sample has before anything is done to it. */
  get cleanFindings(): readonly Finding[] {
    return this.clean;
  }

  /** @param seed picks file, row and cell */
  async run(kind: FaultKind, seed: string): Promise<Outcome> {
    const injected = this.inject(kind, new Random(`${seed}/${kind.name}`));
    const related = this.related(injected);
    const report = await this.check(related, injected);
    const findings = report.findings.flatMap(finding => this.withoutUntried(finding, related));
    const changed = findings.filter(finding => !this.clean.some(each => isSame(each, finding)));
    const naming = changed.filter(
      finding => finding.rule === injected.rule && isAllOf(finding, injected, this.clean),
    );
    const told = new Set(naming.flatMap(({ places }) => places.map(placeText)));
    const isNamed = injected.places.every(place => told.has(placeText(place)));
    return {
      kind: kind.name,
      injected,
      isNamed,
      namesPeople: this.people.namedIn(JSON.stringify(report)),
      extra: changed.filter(finding => !naming.includes(finding)),
    };
  }

  private inject(kind: FaultKind, random: Random): Injected {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const injected = kind.inject(this.sample, random);
      if (injected) return injected;
    }
    throw new Error(`nothing in the sample lends itself to "${kind.name}"`);
  }

  /** Extracts whose findings the fault can change. */
  private related({ extract, places }: Injected): readonly Sheet[] {
    const { sheets } = this.sample;
    const hasPeople = extract === 'looked_after_reviews' || this.sample.sheet(extract).has('person_id');
    if (!this.options.onlyRelated) return sheets;
    // Every extract names people: those of the fault stand for the others.
    const named = places.map(({ file }) => file);
    const links = table('links').flatMap(({ extract: one, to_extract: other }) =>
      one === extract ? [other] : other === extract ? [one] : [],
    );
    const wanted = new Set([
      ...links,
      ...(RELATED[extract] ?? []),
      extract,
      ...(hasPeople ? ['people'] : []),
    ]);
    return sheets.filter(sheet => wanted.has(sheet.extract) || named.includes(sheet.file));
  }

  /** Extracts that were left out to save time are not missing. */
  private withoutUntried(finding: Finding, tried: readonly Sheet[]): Finding[] {
    if (finding.rule === 'not-asked' && tried.length < this.sample.sheets.length) return [];
    if (finding.rule !== 'missing-extract') return [finding];
    const untried = this.sample.sheets.filter(sheet => !tried.includes(sheet)).map(({ file }) => file);
    const places = finding.places.filter(({ file }) => !untried.includes(file));
    return places.length === 0 ? [] : [{ ...finding, places }];
  }

  private async check(sheets: readonly Sheet[], injected?: Injected): Promise<CheckReport> {
    const folder = mkdtempSync(join(tmpdir(), 'scorecard-faults-'));
    try {
      mkdirSync(join(folder, 'extracts'));
      for (const sheet of sheets) {
        if (sheet.extract !== injected?.extract) writeFileSync(join(folder, sheet.file), sheet.text);
      }
      if (injected && injected.content !== null)
        writeFileSync(join(folder, 'extracts', injected.file ?? `${injected.extract}.csv`), injected.content);
      const workspace = { ...this.prepared.workspace, folder };
      const question = { ...this.prepared, workspace, month: MONTH };
      return checkReport({ ...question, ...(await runChecks(question)) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Beside those that its records name: what a hand-written query of a rule reads. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  looked_after_reviews: ['care_episodes'],
};

function isSame(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.extract === other.extract && one.message === other.message;
}

/** True where the finding names nothing but places of the fault and what the clean sample has. */
function isAllOf(finding: Finding, { places, rule }: Injected, clean: readonly Finding[]): boolean {
  if (MANY_PLACES.has(rule)) return true;
  const known = clean.filter(each => each.rule === rule).flatMap(each => each.places);
  const expected = new Set([...places, ...known].map(placeText));
  return finding.places.every(place => expected.has(placeText(place)));
}

/** Of a fault of a whole column the first place is enough. */
const MANY_PLACES = new Set(['us-order']);

function placeText({ file, line }: Place): string {
  return `${file}:${line ?? ''}`;
}

/** One line for people: what was done, whether it was named, and what was told besides. */
export function inOneLine({ kind, injected, isNamed, extra }: Outcome): string {
  const [first] = injected.places;
  const where = first ? placeText(first) : injected.extract;
  const besides = extra.map(({ rule, extract, column, count }) => `${rule} (${extract} ${column} ${count})`);
  const told = besides.length === 0 ? '' : `; besides: ${besides.join(', ')}`;
  return `${isNamed ? 'named' : 'NOT NAMED'}: ${kind}, ${where} [${injected.rule}]${told}`;
}
