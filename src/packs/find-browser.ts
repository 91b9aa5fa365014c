/**
 * Finds the browser that prints the PDF: Chrome, Edge or Chromium, whichever the machine has. A browser is never
 * started to find out; set-up uses this file before anything else is known to work, so it imports no package.
 */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { UserError } from '../problems.js';

/** What the search may ask of the machine. */
export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Whether a file (not a folder) is there and may be run. */
  readonly exists: (file: string) => boolean;
  /** Names of what a folder holds; none when it is not there. */
  readonly list: (folder: string) => readonly string[];
  /** Where the command line would find this command. */
  readonly onPath: (command: string) => string | undefined;
}

/** Ours first, then those that other tools on the machine already go by. */
const VARIABLES = ['SCORECARD_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const;

const LINUX_COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  // Last: on Ubuntu this may be a notice to install a snap.
  'chromium-browser',
];

/** For a scheduled job, whose PATH is often shorter than a person's. */
const LINUX_FILES = [
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge-stable',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Microsoft Edge', 'Chromium'];

const WINDOWS_FILES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

/** The path of a browser. `setting` is what the person asked for by name; it and the environment are never passed over. */
export function findBrowser(setting?: string, search: BrowserSearch = thisMachine()): string {
  const found = asAsked(setting, search) ?? newestInCache(search) ?? installed(search);
  if (found === undefined) throw UserError.of(3, 'no-browser', adviceFor(search.platform));
  return found;
}

function asAsked(setting: string | undefined, search: BrowserSearch): string | undefined {
  const asked = [
    ['The browser setting', setting],
    ...VARIABLES.map(name => [name, search.environment[name]]),
  ];
  for (const [name, file] of asked) {
    if (!file) continue;
    if (search.exists(file)) return file;
    const message = `${name} names ${file}, and there is no program of that name that can be run. Give the full path of Chrome, Edge or Chromium, or leave it out to have one looked for.`;
    throw UserError.of(3, 'browser-not-there', message);
  }
  return undefined;
}

/** Puppeteer keeps its own downloads as `chrome/linux-131.0.6778.204/chrome-linux64/chrome`. */
function newestInCache(search: BrowserSearch): string | undefined {
  const { join } = pathsOf(search);
  const folders = [search.environment.PUPPETEER_CACHE_DIR, join(search.home, '.cache', 'puppeteer')];
  const builds = given(folders)
    .map(folder => join(folder, 'chrome'))
    .flatMap(folder => search.list(folder).map(build => ({ build, folder: join(folder, build) })));
  return builds
    .sort((one, other) => byVersion(other.build, one.build))
    .flatMap(({ folder }) => programsInCache(search.platform).map(program => join(folder, program)))
    .find(search.exists);
}

function programsInCache(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32') return ['chrome-win64\\chrome.exe', 'chrome-win32\\chrome.exe'];
  if (platform !== 'darwin') return ['chrome-linux64/chrome'];
  const program = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  return [`chrome-mac-arm64/${program}`, `chrome-mac-x64/${program}`];
}

function byVersion(one: string, other: string): number {
  const [left, right] = [one, other].map(name => name.replace(/^[^-]*-/, ''));
  return (left ?? '').localeCompare(right ?? '', 'en', { numeric: true });
}

function installed(search: BrowserSearch): string | undefined {
  if (search.platform === 'win32') return windowsPlaces(search).find(search.exists);
  if (search.platform === 'darwin') return macPlaces(search).find(search.exists);
  for (const command of LINUX_COMMANDS) {
    const file = search.onPath(command);
    if (file !== undefined) return file;
  }
  return LINUX_FILES.find(search.exists);
}

function windowsPlaces({ environment }: BrowserSearch): readonly string[] {
  const folders = given(WINDOWS_FOLDERS.map(name => environment[name]));
  return WINDOWS_FILES.flatMap(file => folders.map(folder => path.win32.join(folder, file)));
}

function macPlaces({ home }: BrowserSearch): readonly string[] {
  const folders = ['/Applications', path.posix.join(home, 'Applications')];
  return MAC_APPLICATIONS.flatMap(name =>
    folders.map(folder => `${folder}/${name}.app/Contents/MacOS/${name}`),
  );
}

function adviceFor(platform: NodeJS.Platform): string {
  const install =
    platform === 'win32'
      ? 'Install Microsoft Edge or Google Chrome from the software centre (or run `winget install Google.Chrome`)'
      : platform === 'darwin'
        ? 'Install Google Chrome (or run `brew install --cask google-chrome`)'
        : 'Run `sudo apt-get install chromium` (Debian) or `sudo dnf install chromium` (Fedora, Red Hat)';
  const variable =
    'set SCORECARD_BROWSER to the full path of a Chrome, Edge or Chromium that is somewhere else';
  return `No browser was found, and the PDF is printed with one. ${install}; without the rights to install, run \`npx puppeteer browsers install chrome\`, which keeps one in your own folder; or ${variable}.`;
}

/** A variable that is set to nothing is one that is not set. */
function given(values: readonly (string | undefined)[]): readonly string[] {
  return values.flatMap(value => (value ? [value] : []));
}

function pathsOf({ platform }: BrowserSearch): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

function thisMachine(): BrowserSearch {
  const folders = given((process.env.PATH ?? '').split(path.delimiter));
  return {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    exists: isProgram,
    list: namesIn,
    onPath: command => folders.map(folder => path.join(folder, command)).find(isProgram),
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Another file, or one that was updated, is another browser; it is not started to find out. @param executable its file */
export function stateOfBrowser(executable: string): string {
  const { size, mtimeMs } = statSync(executable);
  return `${executable} ${size} ${mtimeMs}`;
}
