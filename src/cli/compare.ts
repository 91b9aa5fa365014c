import type { Figure } from '../figures/figure.js';
import type { Making } from '../history/compare/making.js';
import { makeNow } from '../history/compare/making-now.js';
import {
  frozenCommentary,
  knownMonths,
  printedEarlier,
  printedStatements,
  publishedMaking,
} from '../history/compare/published-making.js';
import { type Restatement, restatements } from '../history/compare/restatements.js';
import { type StatementChange, statementChanges } from '../history/compare/statement-changes.js';
import { type Frozen, findFreeze, readHistory } from '../history/frozen.js';
import type { Measure } from '../measures/measure.js';
import { UserError } from '../problems.js';
import { sha256 } from '../sha256.js';
import { CASES_WARNING } from './cases-warning.js';
import { comparisonAsJson } from './compare-json.js';
import { comparisonText } from './compare-text.js';
import type { Console } from './console.js';
import { onlyMeasures } from './only-measures.js';
import { type Prepared, prepare } from './prepare.js';
import { toolVersion } from './program.js';
import { definitionFiles, handKeptFiles } from './run-inputs.js';

/** `scorecard compare`: which published figures would now be others, and because of which cases. */

export interface CompareOptions {
  readonly workspace: string;
  readonly cases: boolean;
  readonly teams: boolean;
  readonly measure?: readonly string[];
  readonly json: boolean;
}

export interface Compared {
  readonly published: Frozen;
  /** "now", or the other revision. */
  readonly other: string;
  readonly measures: readonly Measure[];
  readonly restatements: readonly Restatement[];
  readonly statements: readonly StatementChange[];
}

export async function compare(
  published: string,
  other: string | undefined,
  options: CompareOptions,
  console: Console,
): Promise<void> {
  const all = prepare(options.workspace);
  const prepared = options.measure ? onlyMeasures(all, options.measure) : all;
  const compared = await compareFreeze(prepared, published, other);
  if (options.cases) console.say(CASES_WARNING);
  console.result(
    options.json
      ? JSON.stringify(comparisonAsJson(compared, options.cases), null, 2)
      : comparisonText(compared, prepared.workspace, options, console.width),
  );
}

/** @throws UserError 2 for a month that is not frozen, or two that are not revisions of one month */
export async function compareFreeze(
  prepared: Prepared,
  published: string,
  other: string | undefined,
): Promise<Compared> {
  const history = readHistory(prepared.workspace.folder);
  const frozen = findFreeze(history, published);
  const before = publishedMaking(frozen, history);
  const { now, series, caseMonths } =
    other === undefined
      ? await fromExtracts(prepared, frozen, history, before)
      : fromRevision(prepared, frozen, findFreeze(history, other), history);
  const { measures } = prepared.catalogue;
  const { settings, targets } = prepared.workspace;
  const { month } = frozen.record;
  const found = restatements({
    ...{ month, measures, before, now, caseMonths },
    threshold: settings.history.restated_over,
  });
  // Of measures that are not asked about there are no figures to fill in.
  const asked = new Set(measures.map(({ id }) => id));
  const printed = printedStatements(frozen).filter(each => each.measures.every(id => asked.has(id)));
  const statements = statementChanges(printed, frozenCommentary(frozen), {
    ...{ month, measures, figures: series },
    targets: targets.map(row => row.value),
  });
  return { published: frozen, other: now.name, measures, restatements: found, statements };
}

interface Other {
  readonly now: Making;
  readonly series: readonly Figure[];
  readonly caseMonths: ReadonlyMap<string, ReadonlySet<string>>;
}

async function fromExtracts(
  prepared: Prepared,
  frozen: Frozen,
  history: readonly Frozen[],
  before: Making,
): Promise<Other> {
  const { workspace, catalogue } = prepared;
  const hash = ({ file, bytes }: { file: string; bytes: Uint8Array }) => ({ file, sha256: sha256(bytes) });
  const now = await makeNow({
    ...prepared,
    month: frozen.record.month,
    before: before.cases,
    monthsOf: measure => knownMonths(measure, frozen, history),
    facts: {
      settings: workspace.settings,
      versions: { scorecard: toolVersion() },
      inputs: {
        hand_kept: handKeptFiles(workspace, []).map(hash),
        definitions: definitionFiles(workspace).map(hash),
      },
    },
  });
  const months = catalogue.measures.map(
    measure => [measure.id, new Set(knownMonths(measure, frozen, history))] as const,
  );
  return { now, series: now.series, caseMonths: new Map(months) };
}

function fromRevision(
  { catalogue }: Prepared,
  frozen: Frozen,
  other: Frozen,
  history: readonly Frozen[],
): Other {
  if (other.record.month !== frozen.record.month) {
    const message = `${frozen.record.month} and ${other.record.month} are two months; compare holds revisions of one month against each other.`;
    throw UserError.of(2, 'other-month', message);
  }
  const now = publishedMaking(other, history);
  const months = catalogue.measures.map(measure => {
    const known = new Set(knownMonths(measure, other, history));
    return [
      measure.id,
      new Set(knownMonths(measure, frozen, history).filter(month => known.has(month))),
    ] as const;
  });
  return { now, series: [...printedEarlier(other), ...now.figures], caseMonths: new Map(months) };
}
