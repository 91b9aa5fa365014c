/**
 * `npm run bench [rows]`: how long the sample's scrutiny pack takes, stage by stage, and then reading and computing alone,
 * over the sample and over large made-up extracts, and where the time goes. Nothing is asserted, because time depends on
 * the machine.
 */

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExtractDefinitions } from '../src/extracts/definitions.js';
import { type Part, workOutFigures } from '../src/figures/work-out.js';
import { readBankHolidays } from '../src/measures/calendar.js';
import { readCatalogue } from '../src/measures/catalogue.js';
import { toolPath } from '../src/tool-folder.js';
import { openWorkspace } from '../src/workspace/workspace.js';

const rows = Number(process.argv[2] ?? 1_000_000);
const DAYS = 1600;
const MINUTES = 24 * 60;
const FIRST_DAY = Date.UTC(2016, 3, 1);

/** A number that looks random and is the same every time. */
function scatter(index: number, range: number): number {
  return ((index * 2_654_435_761) >>> 0) % range;
}

function dateTime(index: number, laterMinutes = 0): string {
  const time = new Date(
    FIRST_DAY + (scatter(index, DAYS) * MINUTES + scatter(index + 7, MINUTES) + laterMinutes) * 60_000,
  );
  const iso = time.toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}

const date = (index: number, laterDays = 0) => dateTime(index, laterDays * MINUTES).slice(0, 10);
const person = (index: number) => `P${scatter(index, Math.ceil(rows / 4))}`;

const EXTRACTS: Readonly<Record<string, { share: number; heading: string; row: (index: number) => string }>> =
  {
    contacts: {
      share: 0.6,
      heading: 'contact_id,person_id,received_at,source,route,completed_at,outcome',
      row: index =>
        `C${index},${person(index)},${dateTime(index)},Police,MASH,${dateTime(index, scatter(index, 3000))},Early help`,
    },
    referrals: {
      share: 0.12,
      heading: 'referral_id,person_id,received_at,team',
      row: index => `R${index},${person(index)},${dateTime(index)},Assessment ${index % 4}`,
    },
    s47_enquiries: {
      share: 0.06,
      heading: 'enquiry_id,person_id,started_on,completed_on,team',
      row: index =>
        `S${index},${person(index)},${date(index)},${date(index, scatter(index, 40))},Assessment ${index % 4}`,
    },
    cp_plans: {
      share: 0.04,
      heading: 'plan_id,person_id,started_on,ended_on,latest_category,team',
      row: index =>
        `P${index},${person(index)},${date(index)},${date(index, 200)},Neglect,Court ${index % 3}`,
    },
    allocations: {
      share: 0.18,
      heading: 'allocation_id,person_id,kind,worker_id,team,started_on,ended_on',
      row: index =>
        `A${index},${person(index)},CIN,W${index % 300},Assessment ${index % 4},${date(index)},${date(index, 180)}`,
    },
  };

/** Longest parts shown of each kind. */
const SHOWN = 5;

const definitions = readExtractDefinitions();
const catalogue = readCatalogue([toolPath('measures')], definitions);
const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');

/** Works every figure of a workspace out and says where the time went. */
async function time(title: string, folder: string): Promise<void> {
  const { workspace } = openWorkspace(folder);
  if (!workspace) throw new Error(`${folder} cannot be read`);
  const parts: { part: Part; name: string; milliseconds: number }[] = [];
  const start = performance.now();
  const say = (stage: string, detail: string) =>
    console.log(`  ${stage.padEnd(10)} ${seconds(start)}  ${detail}`);
  console.log(`\n${title}`);
  await workOutFigures({
    workspace,
    catalogue,
    definitions,
    holidays,
    month: '2020-09',
    onStage: say,
    onTime: (part, name, milliseconds) => parts.push({ part, name, milliseconds }),
  });
  say('all', `${Math.round(process.memoryUsage.rss() / 1e6)} MB`);
  for (const part of ['extract', 'shared SQL', 'measure', 'figures']) {
    const longest = parts.filter(each => each.part === part).sort((a, b) => b.milliseconds - a.milliseconds);
    const names = longest.slice(0, SHOWN).map(each => `${each.name} ${Math.round(each.milliseconds)} ms`);
    console.log(`  ${part.padEnd(10)} ${names.join(', ')}`);
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(2)} s`;
}

/** The whole of `scorecard build`, as it was compiled last, in a process of its own that says its stages. */
function timeBuild(): void {
  const out = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
  console.log('\nThe scrutiny pack of the sample, from its extracts to its PDF');
  try {
    const start = performance.now();
    const command = [
      toolPath('bin', 'scorecard.js'),
      'build',
      '--again',
      '--pack',
      'scrutiny',
      '--month',
      '2020-09',
    ];
    const { status } = spawnSync(
      process.execPath,
      [...command, '--workspace', toolPath('sample-data'), '--out', join(out, 'pack')],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (status !== 0) throw new Error('scorecard build failed; is it compiled (npm run build)?');
    console.log(`  all        ${seconds(start)}`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

timeBuild();

/** The first run of a process also loads the engine and warms the code up, as every run of the tool does. */
await time('The sample workspace', toolPath('sample-data'));

const folder = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
try {
  mkdirSync(join(folder, 'extracts'));
  writeFileSync(
    join(folder, 'scorecard.yml'),
    'council: { name: Bench }\nextracted_on: 2020-10-05\ncovers_from: 2016-04-01\n',
  );
  for (const [name, { share, heading, row }] of Object.entries(EXTRACTS)) {
    const file = createWriteStream(join(folder, 'extracts', `${name}.csv`));
    file.write(`${heading}\n`);
    for (let index = 0; index < rows * share; index++) {
      if (!file.write(`${row(index)}\n`)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'finish');
  }
  await time(`${rows.toLocaleString('en-GB')} made-up rows in five extracts`, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
