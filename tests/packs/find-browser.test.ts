import { describe, expect, it } from 'vitest';
import { type BrowserSearch, findBrowser } from '../../src/packs/find-browser.js';
import { UserError } from '../../src/problems.js';

interface Machine {
  readonly platform?: NodeJS.Platform;
  readonly environment?: Record<string, string>;
  readonly files?: readonly string[];
  readonly commands?: Record<string, string>;
}

/** A machine that holds these files and nothing else. */
function machine({
  platform = 'linux',
  environment = {},
  files = [],
  commands = {},
}: Machine): BrowserSearch {
  const separator = platform === 'win32' ? '\\' : '/';
  return {
    platform,
    environment,
    home: platform === 'win32' ? 'C:\\Users\\analyst' : '/home/analyst',
    exists: file => files.includes(file),
    list: folder => {
      const start = `${folder}${separator}`;
      const inside = files.filter(file => file.startsWith(start));
      return inside.map(file => file.slice(start.length).split(separator)[0] ?? '');
    },
    onPath: command => commands[command],
  };
}

function problemOf(given: Machine, setting?: string): { exitCode: number; rule: string; message: string } {
  try {
    findBrowser(setting, machine(given));
  } catch (error) {
    const [problem] = error instanceof UserError ? error.problems : [];
    if (!(error instanceof UserError) || problem === undefined) throw error;
    return { exitCode: error.exitCode, rule: problem.rule, message: problem.message };
  }
  throw new Error('A browser was found.');
}

const CACHE = '/home/analyst/.cache/puppeteer/chrome';
const EVERYTHING = {
  environment: {
    SCORECARD_BROWSER: '/ours',
    PUPPETEER_EXECUTABLE_PATH: '/puppeteers',
    CHROME_PATH: '/other-tools',
  },
  files: ['/asked', '/ours', '/puppeteers', '/other-tools', `${CACHE}/linux-131.0.1/chrome-linux64/chrome`],
  commands: { chromium: '/usr/bin/chromium' },
};

describe('the order of the search', () => {
  it('when a setting is given then it comes before everything', () => {
    expect(findBrowser('/asked', machine(EVERYTHING))).toBe('/asked');
  });

  it.each([
    ['SCORECARD_BROWSER', [], '/ours'],
    ['PUPPETEER_EXECUTABLE_PATH', ['SCORECARD_BROWSER'], '/puppeteers'],
    ['CHROME_PATH', ['SCORECARD_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'], '/other-tools'],
  ])('when %s is the first variable that is not blank then it is used', (_name, blank, expected) => {
    const environment = { ...EVERYTHING.environment, ...Object.fromEntries(blank.map(name => [name, ''])) };
    expect(findBrowser(undefined, machine({ ...EVERYTHING, environment }))).toBe(expected);
  });

  it("when nothing is asked for then puppeteer's own download comes before an installed browser", () => {
    const found = findBrowser(undefined, machine({ ...EVERYTHING, environment: {} }));
    expect(found).toBe(`${CACHE}/linux-131.0.1/chrome-linux64/chrome`);
  });

  it('when there is no download then an installed browser is used', () => {
    expect(findBrowser(undefined, machine({ commands: EVERYTHING.commands }))).toBe('/usr/bin/chromium');
  });
});

describe("puppeteer's downloads", () => {
  it('when there are several then the newest is used, by number and not by letter', () => {
    const files = ['99.0.1', '131.0.6778.204', '131.0.6778.85'].map(
      version => `${CACHE}/linux-${version}/chrome-linux64/chrome`,
    );
    expect(findBrowser(undefined, machine({ files }))).toBe(files[1]);
  });

  it('when the newest was broken off then the one before it is used', () => {
    const whole = `${CACHE}/linux-130.0.1/chrome-linux64/chrome`;
    const files = [whole, `${CACHE}/linux-131.0.1/chrome-linux64/locales`];
    expect(findBrowser(undefined, machine({ files }))).toBe(whole);
  });

  it('when PUPPETEER_CACHE_DIR names another folder then it is looked into as well', () => {
    const other = '/srv/browsers/chrome/linux-140.0.1/chrome-linux64/chrome';
    const files = [`${CACHE}/linux-131.0.1/chrome-linux64/chrome`, other];
    const environment = { PUPPETEER_CACHE_DIR: '/srv/browsers' };
    expect(findBrowser(undefined, machine({ files, environment }))).toBe(other);
  });

  it.each<[NodeJS.Platform, string]>([
    ['win32', 'C:\\Users\\analyst\\.cache\\puppeteer\\chrome\\win64-131.0.1\\chrome-win64\\chrome.exe'],
    [
      'darwin',
      `${CACHE}/mac_arm-131.0.1/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ],
  ])('when the machine is %s then its own names are known', (platform, file) => {
    expect(findBrowser(undefined, machine({ platform, files: [file] }))).toBe(file);
  });
});

describe('installed browsers', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const windows = {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\analyst\\AppData\\Local',
  };

  it('when Windows has only Edge then Edge is used', () => {
    const given: Machine = { platform: 'win32', environment: windows, files: [edge] };
    expect(findBrowser(undefined, machine(given))).toBe(edge);
  });

  it("when Windows has Chrome in the person's own folder then it comes before Edge", () => {
    const chrome = `${windows.LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`;
    const given: Machine = { platform: 'win32', environment: windows, files: [edge, chrome] };
    expect(findBrowser(undefined, machine(given))).toBe(chrome);
  });

  it("when a Mac has Edge in the person's own folder then it is used", () => {
    const file = '/home/analyst/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findBrowser(undefined, machine({ platform: 'darwin', files: [file] }))).toBe(file);
  });

  it('when Linux has Chrome and Chromium then Chrome is used', () => {
    const commands = { chromium: '/usr/bin/chromium', 'google-chrome': '/usr/bin/google-chrome' };
    expect(findBrowser(undefined, machine({ commands }))).toBe('/usr/bin/google-chrome');
  });

  it('when the PATH of a scheduled job is short then the usual places are looked into', () => {
    expect(findBrowser(undefined, machine({ files: ['/snap/bin/chromium'] }))).toBe('/snap/bin/chromium');
  });
});

describe('what cannot be found', () => {
  it.each(['SCORECARD_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'])(
    'when %s names nothing that runs then that is said, though a browser is installed',
    name => {
      const given = { environment: { [name]: '/opt/gone' }, commands: EVERYTHING.commands };
      expect(problemOf(given)).toEqual({
        exitCode: 3,
        rule: 'browser-not-there',
        message: `${name} names /opt/gone, and there is no program of that name that can be run. Give the full path of Chrome, Edge or Chromium, or leave it out to have one looked for.`,
      });
    },
  );

  it('when the setting names nothing that runs then that is said', () => {
    expect(problemOf(EVERYTHING, '/opt/gone').message).toMatch(/^The browser setting names \/opt\/gone, /);
  });

  it.each<[NodeJS.Platform, string]>([
    ['linux', 'sudo apt-get install chromium'],
    ['darwin', 'brew install --cask google-chrome'],
    ['win32', 'winget install Google.Chrome'],
  ])('when %s has no browser then it is told what to run there', (platform, command) => {
    const { exitCode, rule, message } = problemOf({ platform });
    expect({ exitCode, rule }).toEqual({ exitCode: 3, rule: 'no-browser' });
    expect(message).toContain(`\`${command}\``);
    expect(message).toContain('`npx puppeteer browsers install chrome`');
    expect(message).toContain('SCORECARD_BROWSER');
  });
});
