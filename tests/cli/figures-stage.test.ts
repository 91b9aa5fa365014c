import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheFolder } from '../../src/cache/cache.js';
import { FileHashes } from '../../src/cache/file-hashes.js';
import { figuresAsked, figuresKey, NOT_OF_FIGURES } from '../../src/cli/figures-stage.js';
import { type Prepared, prepare } from '../../src/cli/prepare.js';
import { toolPath } from '../../src/tool-folder.js';
import { workspacePath } from '../support/figures-of.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('the figures of a run', () => {
  let folder: WorkspaceFolder;
  beforeEach(() => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
  });
  afterEach(() => folder.remove());

  const MEANT = ['contacts-mash-24h', 'referrals'];

  /** Two measures are enough to see what is asked again. */
  function prepared(): Prepared {
    const all = prepare(folder.path);
    const measures = all.catalogue.measures.filter(({ id }) => MEANT.includes(id));
    return { ...all, catalogue: { ...all.catalogue, measures } };
  }

  async function ask(given: Prepared, allowErrors = true) {
    const told: string[] = [];
    const answer = await figuresAsked({
      prepared: given,
      month: '2020-09',
      meant: new Set(MEANT),
      allowErrors,
      cache: new CacheFolder(folder.path, { reads: true }),
      hashes: new FileHashes(),
      onStage: (stage, detail) => told.push(`${stage}: ${detail}`),
    });
    answer.keep();
    return { answer, told };
  }

  it('when nothing that they hang on has changed then they are not worked out again, and are the same', async () => {
    const first = await ask(prepared());
    expect(first.told[1]).toMatch(/^measures: 2 measures, \d+ figures$/);
    expect(first.answer.figures.length).toBeGreaterThan(0);
    expect(first.answer.found.length).toBeGreaterThan(0);
    const { answer, told } = await ask(prepared());
    expect(told[0]).toBe('extracts: as before, not read again');
    for (const part of ['figures', 'monthly', 'findings', 'coverage', 'problems', 'found'] as const) {
      expect(JSON.stringify(answer[part])).toBe(JSON.stringify(first.answer[part]));
    }
  });

  it('when errors were allowed and are no longer then they are told, though nothing is read', async () => {
    folder.write('extracts/referrals.csv', 'no heading that is known\n1\n');
    const fresh = await ask(prepared(), false).catch((error: Error) => error.message);
    expect(fresh).toMatch(/error: /);
    await ask(prepared(), true);
    expect(await ask(prepared(), false).catch((error: Error) => error.message)).toBe(fresh);
  });

  it('when they are worked out then no setting is asked for that is said not to matter', async () => {
    const given = prepared();
    const settings = new Proxy(given.workspace.settings, {
      get(target, name) {
        if ((NOT_OF_FIGURES as readonly unknown[]).includes(name))
          throw new Error(`Figures hang on ${String(name)}`);
        return Reflect.get(target, name);
      },
    });
    const { answer } = await ask({ ...given, workspace: { ...given.workspace, settings } });
    expect(answer.figures.length).toBeGreaterThan(0);
  });

  const key = (given: Partial<Parameters<typeof figuresKey>[0]> = {}) =>
    figuresKey({
      prepared: prepare(folder.path),
      month: '2020-09',
      meant: new Set(MEANT),
      hashes: new FileHashes(),
      ...given,
    });
  const replace = (file: string, from: string, to: string) => () => {
    const text = folder.read(file);
    expect(text).toContain(from);
    folder.write(file, text.replace(from, to));
  };

  it.each<[string, () => void]>([
    ['a letter of an extract', replace('extracts/referrals.csv', '2020', '2019')],
    ['another extract', () => folder.write('extracts/visits.csv', 'visit_id\n')],
    ['a target', replace('targets.csv', ',95', ',94')],
    ['a population', replace('populations.csv', '2018-04', '2018-05')],
    ['the name of a team', replace('teams.csv', ',2018-04', ',2018-05')],
    ['how far back an extract goes', replace('scorecard.yml', '2019-11-01', '2019-11-02')],
    ['the months of the series', replace('scorecard.yml', 'series_months: 25', 'series_months: 26')],
    ['how often a child is visited', () => folder.append('scorecard.yml', 'visits: { lac_weeks: 5 }\n')],
    [
      "a measure's SQL",
      () => {
        mkdirSync(join(folder.path, 'measures'));
        for (const end of ['sql', 'yml'])
          cpSync(
            toolPath('measures', 'front-door', `referrals.${end}`),
            join(folder.path, 'measures', `referrals.${end}`),
          );
        folder.append('measures/referrals.sql', '-- another\n');
      },
    ],
  ])('when %s is changed then they are worked out again', (_, change) => {
    const before = key();
    change();
    expect(key()).not.toBe(before);
  });

  it('when another month or pack is asked for then they are worked out, and not for a word of commentary', () => {
    const before = key();
    expect(key({ month: '2020-08' })).not.toBe(before);
    expect(key({ meant: new Set(['referrals']) })).not.toBe(before);
    folder.append('commentary/2020-09.md', 'A word.\n');
    replace('scorecard.yml', 'Overview and Scrutiny', 'Scrutiny')();
    expect(key()).toBe(before);
  });

  it('when what they hang on is written down then nothing of it is lost', () => {
    const { workspace, catalogue, holidays } = prepare(folder.path);
    const { settings, targets, populations, teams } = workspace;
    const lost: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value === 'function' || value instanceof Map || value instanceof Set) lost.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [name, part] of Object.entries(value)) look(part, `${path}.${name}`);
    };
    look({ settings, targets, populations, teams, catalogue, holidays }, '');
    expect(lost).toEqual([]);
  });
});
