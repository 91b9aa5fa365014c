import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openCharts } from '../charts/renderer.js';
import { Database } from '../extracts/database.js';
import { openBrowser } from '../packs/browser.js';
import { findBrowser } from '../packs/find-browser.js';
import { OutputFolder } from '../packs/output-folder.js';
import { UserError } from '../problems.js';
import { SETTINGS_FILE } from '../workspace/settings-file.js';
import { openWorkspace, type Workspace } from '../workspace/workspace.js';
import type { Console } from './console.js';
import { allIsThere, type Diagnosis, diagnosesText } from './diagnosis.js';
import { toolVersion } from './program.js';

/** `scorecard doctor`: tries each thing that a build needs of this machine, and says how to get what is missing. */

export interface DoctorOptions {
  readonly workspace: string;
  readonly json: boolean;
}

const BROWSER_SECONDS = 60;

/** What is tried; its words say what was found. A UserError says itself what to do; anything else is told with `advice`. */
interface Trial {
  readonly name: string;
  readonly advice: string;
  readonly run: () => Promise<string>;
}

/** @throws UserError 3 after the table when something is missing */
export async function doctor(options: DoctorOptions, console: Console): Promise<void> {
  const folder = resolve(options.workspace);
  const workspace = existsSync(join(folder, SETTINGS_FILE)) ? openWorkspace(folder).workspace : undefined;
  const trials = [...machineTrials(workspace), ...(workspace ? [outputTrial(workspace)] : [])];
  const diagnoses: Diagnosis[] = [];
  for (const trial of trials) diagnoses.push(await diagnose(trial));
  console.result(options.json ? JSON.stringify(diagnoses, null, 2) : diagnosesText(diagnoses, console.width));
  if (allIsThere(diagnoses)) return;
  const message =
    'Something that a build needs is missing on this machine; the lines above say how to get it.';
  throw UserError.of(3, 'doctor', message);
}

const REINSTALL =
  'Install scorecard again on this machine, for this kind of processor and with optional packages (without --omit=optional).';

function machineTrials(workspace: Workspace | undefined): Trial[] {
  return [
    {
      name: 'scorecard',
      advice: REINSTALL,
      run: async () =>
        `${toolVersion()} on Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    },
    { name: 'Reading and computing', advice: REINSTALL, run: tryEngine },
    { name: 'Charts', advice: REINSTALL, run: tryCharts },
    {
      name: 'Browser',
      advice: 'Start it once by hand to see why.',
      run: () => tryBrowser(workspace?.settings.browser),
    },
  ];
}

async function tryEngine(): Promise<string> {
  const database = await Database.open();
  try {
    const [row] = await database.rows<{ answer: number }>('SELECT 40 + 2 AS answer');
    if (Number(row?.answer) !== 42) throw new Error('the engine gives a wrong answer');
    return `DuckDB ${database.version}`;
  } finally {
    await database.close();
  }
}

async function tryCharts(): Promise<string> {
  await openCharts();
  return 'can be drawn';
}

async function tryBrowser(setting: string | undefined): Promise<string> {
  const file = findBrowser(setting);
  const browser = await openBrowser(file, { timeoutSeconds: BROWSER_SECONDS });
  try {
    const page = '<!doctype html><html lang="en-GB"><title>Trial</title><p>Trial</p></html>';
    const pdf = await browser.withPage(page, opened => opened.pdf());
    if (pdf.length === 0) throw new Error('it prints nothing');
    return `${browser.version}, ${file}`;
  } finally {
    await browser.close();
  }
}

function outputTrial({ folder }: Workspace): Trial {
  return {
    name: 'Workspace',
    advice: 'Choose a folder that you may write to.',
    run: async () => {
      const output = await OutputFolder.open(join(folder, 'out', 'doctor'));
      output.discard();
      return `${folder} can be written to`;
    },
  };
}

async function diagnose({ name, advice, run }: Trial): Promise<Diagnosis> {
  try {
    return { name, isThere: true, detail: await run(), advice: '' };
  } catch (error) {
    if (error instanceof UserError)
      return {
        name,
        isThere: false,
        detail: error.problems.map(problem => problem.message).join(' '),
        advice: '',
      };
    const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { name, isThere: false, detail: words, advice };
  }
}
