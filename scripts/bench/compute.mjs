/**
 * Reading and computing by the tool as it is compiled: `node scripts/bench/compute.mjs WORKSPACE MONTH`. Every figure of every
 * measure, checks apart. Prints the seconds of each part as JSON.
 */
const folderOfTool = new URL('../../dist/', import.meta.url);
/** As compiled, which the types do not know. @param {string} file */
const load = file => import(new URL(file, folderOfTool).href);
const { readExtractDefinitions } = await load('extracts/definitions.js');
const { workOutFigures } = await load('figures/work-out.js');
const { readBankHolidays } = await load('measures/calendar.js');
const { readCatalogue } = await load('measures/catalogue.js');
const { toolPath } = await load('tool-folder.js');
const { openWorkspace } = await load('workspace/workspace.js');

const [folder = '', month = ''] = process.argv.slice(2);
const { workspace } = openWorkspace(folder);
if (!workspace) throw new Error(`${folder} cannot be read`);
const definitions = readExtractDefinitions();
const catalogue = readCatalogue([toolPath('measures')], definitions);
const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');
/** @type {{ part: string, name: string, milliseconds: number }[]} */
const parts = [];
let read = 0;

/** @param {string} stage */
function onStage(stage) {
  if (stage === 'extracts') read = performance.now();
}

/** @type {(part: string, name: string, milliseconds: number) => void} */
function onTime(part, name, milliseconds) {
  parts.push({ part, name, milliseconds });
}

/** @param {string} part */
function secondsOf(part) {
  const own = parts.filter(each => each.part === part);
  return own.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
}

const question = { workspace, catalogue, definitions, holidays, month, onStage, onTime };
/** @type {{ loaded: { files: { rowsRead: number }[] }[] }} */
const { loaded } = await workOutFigures(question);
const result = {
  rows: loaded.flatMap(({ files }) => files).reduce((sum, { rowsRead }) => sum + rowsRead, 0),
  readSeconds: read / 1000,
  sharedSeconds: secondsOf('shared SQL'),
  measuresSeconds: secondsOf('measure'),
  figuresSeconds: secondsOf('figures'),
  longest: parts
    .filter(({ part }) => part === 'measure')
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 5),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
