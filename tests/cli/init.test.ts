import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { init } from '../../src/cli/init.js';
import { UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { settingsSchema } from '../../src/workspace/settings.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { checkYaml } from '../../src/workspace/yaml-file.js';
import { CapturedConsole } from '../support/captured-console.js';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scorecard-init-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const made = (name: string, empty: boolean) => {
  const console = new CapturedConsole();
  init(join(root, name), { empty, json: false }, console);
  return console.stdout;
};

describe('init', () => {
  it('makes a workspace with the synthetic data, and says how to build it', () => {
    const said = made('Our packs', false);
    const folder = join(root, 'Our packs');
    expect(openWorkspace(folder).problems.filter(problem => problem.severity === 'error')).toEqual([]);
    expect(readdirSync(join(folder, 'extracts'))).toContain('contacts.csv');
    expect(said).toContain('synthetic');
    expect(said).toContain(`scorecard build --workspace "${folder}" --month 2020-09`);
  });

  it('takes nothing with it that a run made', () => {
    made('packs', false);
    expect(existsSync(join(root, 'packs', 'out'))).toBe(false);
    expect(readdirSync(root)).toEqual(['packs']);
  });

  it('makes one without data, whose tables have their headings', () => {
    made('empty', true);
    const opened = openWorkspace(join(root, 'empty'));
    expect(opened.problems).toEqual([]);
    expect(readdirSync(join(root, 'empty', 'extracts'))).toEqual(['README.txt']);
  });

  it('fills a folder that is there and empty', () => {
    mkdirSync(join(root, 'new'));
    made('new', true);
    expect(existsSync(join(root, 'new', 'scorecard.yml'))).toBe(true);
  });

  it('replaces nothing', () => {
    mkdirSync(join(root, 'taken'));
    writeFileSync(join(root, 'taken', 'notes.txt'), 'mine');
    expect(() => made('taken', true)).toThrow(UserError);
    expect(readdirSync(join(root, 'taken'))).toEqual(['notes.txt']);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says so where it cannot write', () => {
    mkdirSync(join(root, 'locked'), { mode: 0o500 });
    expect(() => made('locked/new', true)).toThrow(/cannot be made here/);
  });
});

describe('the settings explained', () => {
  const text = readFileSync(toolPath('starter', 'empty', 'scorecard.yml'), 'utf8');
  const inUse = text.replace(/^(\s*)#(?=\S)/gm, '$1');

  it('are right when every one is in use', () => {
    expect(checkYaml('scorecard.yml', inUse, settingsSchema).problems).toEqual([]);
  });

  it('leave none out', () => {
    const known = Object.keys(settingsSchema.shape);
    expect(known.filter(key => !new RegExp(`^${key}:`, 'm').test(inUse))).toEqual([]);
  });
});
