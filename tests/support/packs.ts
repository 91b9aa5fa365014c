import { type DrawChart, openCharts } from '../../src/charts/renderer.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import type { Measure } from '../../src/measures/measure.js';
import { type GeneralView, generalView } from '../../src/packs/general-view.js';
import { makePack } from '../../src/packs/make-pack.js';
import type { Pack } from '../../src/packs/manifest.js';
import type { PackInput } from '../../src/packs/pack-input.js';
import { readPacks } from '../../src/packs/read-packs.js';
import type { Problem } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { councilColours } from '../../src/workspace/council-colours.js';

/** No extract was read, and nothing was found. */
export const NO_REPORT = {
  council: 'Test',
  month: '2020-09',
  extracts: [],
  absent: [],
  unread: [],
  findings: [],
  errorsAllowed: false,
};

const { measures: MEASURES } = readCatalogue([toolPath('measures')], readExtractDefinitions());

/** The packs of folders, where the tool's own may name any measure of the catalogue and others those given too. */
export function packsIn(folders: readonly string[], measures: readonly Measure[]): Pack[] {
  const ids = measures.map(measure => measure.id);
  return readPacks(folders, [...measures, ...MEASURES.filter(({ id }) => !ids.includes(id))]);
}

/** A built-in pack, or one of the folders given before the tool's own. */
export function packNamed(id: string, folders: readonly string[] = [toolPath('templates')]): Pack {
  const pack = readPacks(folders, MEASURES).find(each => each.id === id);
  if (!pack) throw new Error(`no pack ${id}`);
  return pack;
}

export function scrutinyView(input: PackInput, draw: DrawChart): GeneralView {
  return generalView({ pack: packNamed('scrutiny'), input, draw, report: NO_REPORT });
}

/** The scrutiny pack's page and what its making told. */
export async function makeScrutinyPage(
  input: PackInput,
  folders: readonly string[],
): Promise<{ html: string; problems: readonly Problem[] }> {
  const { pages, problems } = await makePack({
    pack: packNamed('scrutiny', folders),
    input,
    report: NO_REPORT,
    draw: await openCharts(councilColours(input.settings)),
  });
  return { html: pages[0]?.html ?? '', problems };
}

/** The scrutiny pack's page alone, without what its making told. */
export async function makeScrutinyHtml(input: PackInput, folders: readonly string[]): Promise<string> {
  return (await makeScrutinyPage(input, folders)).html;
}
