import { asPrinted } from '../../src/disclosure/as-printed.js';
import { publicFigures } from '../../src/disclosure/public-figures.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import type { Figure } from '../../src/figures/figure.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { isAskedFor, type Measure } from '../../src/measures/measure.js';
import { monthsTo } from '../../src/months.js';
import { toolPath } from '../../src/tool-folder.js';
import type { Population, Target } from '../../src/workspace/tables.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { figuresOf } from '../support/figures-of.js';
import { type Attack, Reader, truthsOf } from './reader.js';
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
  for (const month of monthsTo(MONTH, PACKS)) {
    const { figures, monthly } = await figuresOf(folder, month, ids);
    for (const figure of figures) if (figure.team === '') full.push(figure);
    const published = publicFigures({ measures, month, threshold: THRESHOLD, figures, monthly });
    printed.push(asPrinted(published, measures, targets));
  }
  return { measures, targets, populations, full, printed };
}

/** @param more figures that the reader holds besides · @param isSought which counts he looks for */
export function attackSample(
  packs: SamplePacks,
  more: readonly Figure[] = [],
  isSought?: (count: string) => boolean,
): Attack {
  const truths = truthsOf(packs.full, packs.measures);
  const same = alike(truths);
  return new Reader({ ...packs, packs: [...packs.printed, more], same }).attack(truths, isSought);
}
