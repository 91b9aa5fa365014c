/**
 * `npm run bench-pages`: how long a page of the indicator book takes, from 30 pages to 300, over the sample's figures. Nothing
 * is asserted, because time depends on the machine.
 */
import { openCharts } from '../src/charts/renderer.js';
import { readExtractDefinitions } from '../src/extracts/definitions.js';
import type { Figure } from '../src/figures/figure.js';
import { FigureSet } from '../src/figures/figure-set.js';
import { workOutFigures } from '../src/figures/work-out.js';
import { readBankHolidays } from '../src/measures/calendar.js';
import { readCatalogue } from '../src/measures/catalogue.js';
import type { Measure } from '../src/measures/measure.js';
import { openBrowser } from '../src/packs/browser.js';
import { findBrowser } from '../src/packs/find-browser.js';
import { makePack } from '../src/packs/make-pack.js';
import type { PackInput } from '../src/packs/pack-input.js';
import { printPdf } from '../src/packs/pdf.js';
import { readPacks } from '../src/packs/read-packs.js';
import { toolPath } from '../src/tool-folder.js';
import { openWorkspace } from '../src/workspace/workspace.js';

const MONTH = '2020-09';
const PAGES = [30, 100, 300];
const TIMEOUT_SECONDS = 300;

const definitions = readExtractDefinitions();
const catalogue = readCatalogue([toolPath('measures')], definitions);
const { workspace } = openWorkspace(toolPath('sample-data'));
if (!workspace) throw new Error('sample-data cannot be read');
const { settings } = workspace;
const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');
const { figures } = await workOutFigures({ workspace, catalogue, definitions, holidays, month: MONTH });
const byMeasure = new Map(
  catalogue.measures.map(({ id }) => [id, figures.filter(figure => figure.measure === id)]),
);

/** So many measures: when all are used, the same ones again by other names. */
function measures(count: number): { measure: Measure; figures: Figure[] }[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / catalogue.measures.length);
    const original = catalogue.measures[index % catalogue.measures.length] as Measure;
    const id = turn === 0 ? original.id : `${original.id}-${turn}`;
    const own = (byMeasure.get(original.id) ?? []).map(figure => ({ ...figure, measure: id }));
    return { measure: { ...original, id }, figures: own };
  });
}

function inputOf(count: number): PackInput {
  const made = measures(count);
  return {
    settings,
    month: MONTH,
    extractedOn: settings.extracted_on ?? '',
    measures: made.map(({ measure }) => measure),
    figures: new FigureSet(made.flatMap(each => each.figures)),
    targets: workspace?.targets.map(row => row.value) ?? [],
    comparators: workspace?.comparators.map(row => row.value) ?? [],
    judgements: [],
    comments: new Map(),
    questions: {
      goingWell: [],
      worriedAbout: [],
      actions: [],
      finished: [],
      approved: null,
      absence: 'No words.',
    },
    teams: [],
    plans: [],
    selfEvaluations: [],
    dataNotes: [],
    coverReport: { sections: [] },
    logo: '',
    glossary: { entries: [], notAbbreviations: [] },
    errorsNotice: '',
    toolVersion: '0',
  };
}

const pack = readPacks([toolPath('templates')], catalogue.measures).find(({ id }) => id === 'indicator-book');
if (!pack) throw new Error('there is no indicator book');
const report = {
  council: '',
  month: MONTH,
  extracts: [],
  absent: [],
  unread: [],
  findings: [],
  errorsAllowed: false,
};
const browser = await openBrowser(findBrowser(), { timeoutSeconds: TIMEOUT_SECONDS });
try {
  // The first few warm up what every run of the tool has to load.
  for (const count of [PAGES[0] ?? 1, ...PAGES]) {
    const draw = await openCharts();
    const start = performance.now();
    const cpu = process.cpuUsage();
    const { pages } = await makePack({ pack, input: inputOf(count), report, draw });
    const [page] = pages;
    if (!page) throw new Error('no page');
    const used = process.cpuUsage(cpu);
    const drawn = performance.now();
    const pdf = await printPdf(browser, page.html, page.facts);
    const printed = performance.now();
    const each = (milliseconds: number) => `${(milliseconds / count).toFixed(1)} ms`;
    console.log(
      `${String(count).padStart(4)} pages: page ${each(drawn - start)} (${each((used.user + used.system) / 1000)} of processor), print ${each(printed - drawn)}, ${Math.round(pdf.length / 1000 / count)} kB a page, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    );
  }
} finally {
  await browser.close();
}
