import { asPrinted } from '../../src/disclosure/as-printed.js';
import { type DisclosureInput, publicFigures } from '../../src/disclosure/public-figures.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import type { Figure } from '../../src/figures/figure.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { isAskedFor, type Measure } from '../../src/measures/measure.js';
import { monthsTo } from '../../src/months.js';
import { toolPath } from '../../src/tool-folder.js';
import type { Population, Target } from '../../src/workspace/tables.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { figuresOf } from '../support/figures-of.js';
import { type Attack, Reader, truthsOf, type UntrueSums } from './reader.js';
import { alike } from './same-cases.js';

/** The public figures of the sample's thirteen packs, each made as it is made in its own month. */

const MONTH = '2020-09';
const PACKS = 13;
const THRESHOLD = 5;

export interface SamplePacks {
  readonly measures: readonly Measure[];
  readonly targets: readonly Target[];
  readonly populations: readonly Population[];
  /** Every figure of all thirteen runs. */
  readonly full: readonly Figure[];
  /** What the latest run works out, and what decides which of it may be printed. */
  readonly latest: Pick<DisclosureInput, 'figures' | 'monthly'>;
  /** What each pack prints, the oldest first. */
  readonly printed: readonly (readonly Figure[])[];
}

/** @param documents those whose measures the public pack holds; none: all measures of the catalogue */
export async function samplePacks(...documents: string[]): Promise<SamplePacks> {
  const folder = toolPath('sample-data');
  const everything = readCatalogue([toolPath('measures')], readExtractDefinitions()).measures;
  const measures = everything.filter(each => documents.length === 0 || isAskedFor(each, documents));
  const { workspace } = openWorkspace(folder);
  const targets = (workspace?.targets ?? []).map(row => row.value);
  const populations = (workspace?.populations ?? []).map(row => row.value);
  const ids = measures.map(({ id }) => id);
  const full: Figure[] = [];
  const printed: Figure[][] = [];
  let latest: SamplePacks['latest'] = { figures: [], monthly: [] };
  for (const month of monthsTo(MONTH, PACKS)) {
    latest = await figuresOf(folder, month, ids);
    const { figures, monthly } = latest;
    for (const figure of figures) if (figure.team === '') full.push(figure);
    printed.push(printedOf({ measures, targets, month, figures, monthly }));
  }
  return { measures, targets, populations, full, latest, printed };
}

type Printing = Pick<SamplePacks, 'measures' | 'targets'> &
  SamplePacks['latest'] & { readonly month?: string };

/** What a pack prints. @param month that of the latest pack, unless another is named */
export function printedOf({ measures, targets, month = MONTH, figures, monthly }: Printing): Figure[] {
  const published = publicFigures({ measures, month, threshold: THRESHOLD, figures, monthly });
  return asPrinted(published, measures, targets);
}

export interface AttackParts {
  /** Figures that the reader holds besides. */
  readonly more?: readonly Figure[];
  /** Which counts he looks for, by his names; all without it. */
  readonly isSought?: (count: string) => boolean;
  /** What he makes of sums that do not hold. */
  readonly untrueSums?: UntrueSums;
}

export function attackSample(
  packs: SamplePacks,
  { more = [], isSought, untrueSums = 'left out' }: AttackParts = {},
): Attack {
  const truths = truthsOf(packs.full, packs.measures);
  const same = alike(truths);
  const reader = new Reader({ ...packs, packs: [...packs.printed, more], same, untrueSums });
  return reader.attack(truths, isSought);
}
