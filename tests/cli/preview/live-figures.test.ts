import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_CACHE } from '../../../src/cache/cache.js';
import { FileHashes } from '../../../src/cache/file-hashes.js';
import { type FiguresAnswer, type FiguresAsked, figuresAsked } from '../../../src/cli/figures-stage.js';
import { prepare } from '../../../src/cli/prepare.js';
import { LiveFigures } from '../../../src/cli/preview/live-figures.js';
import { toolPath } from '../../../src/tool-folder.js';
import { workspacePath } from '../../support/figures-of.js';
import { WorkspaceFolder } from '../../support/workspace-folder.js';

describe('figures that are asked for again and again', () => {
  let folder: WorkspaceFolder;
  const live = new LiveFigures();
  beforeAll(() => {
    folder = new WorkspaceFolder({}, workspacePath('small'));
    mkdirSync(join(folder.path, 'measures'));
    for (const end of ['sql', 'yml'])
      cpSync(
        toolPath('measures', 'front-door', `referrals.${end}`),
        join(folder.path, 'measures', `referrals.${end}`),
      );
  });
  afterAll(async () => {
    await live.close();
    folder.remove();
  });

  const MEANT = ['contacts-mash-24h', 'referrals', 're-referrals'];

  function asked(): FiguresAsked & { readonly stages: string[] } {
    const all = prepare(folder.path);
    const measures = all.catalogue.measures.filter(({ id }) => MEANT.includes(id));
    const stages: string[] = [];
    return {
      prepared: { ...all, catalogue: { ...all.catalogue, measures } },
      month: '2020-09',
      meant: new Set(MEANT),
      allowErrors: true,
      cache: NO_CACHE,
      hashes: new FileHashes(),
      stages,
      onStage: stage => stages.push(stage),
    };
  }

  /** What there is to compare of an answer: all but where the engine has put its texts. */
  const comparable = ({ figures, monthly, findings, found }: FiguresAnswer) =>
    JSON.stringify({ figures, monthly, findings, found });

  const replace = (file: string, from: string, to: string) => {
    const text = folder.read(file);
    expect(text).toContain(from);
    folder.write(file, text.replace(from, to));
  };

  it.each<[string, string[], () => void]>([
    ['at first', ['extracts', 'measures'], () => {}],
    [
      'a target',
      ['measures'],
      () => replace('targets.csv', 're-referrals,value,,,20', 're-referrals,value,,,21'),
    ],
    ['a population', ['measures'], () => replace('populations.csv', '36200', '40000')],
    [
      'a team',
      ['measures'],
      () =>
        replace(
          'teams.csv',
          'Assessment 2,Assessment,2018-04,,',
          'Assessment 2,Assessment,2018-04,2020-08,Assessment 1',
        ),
    ],
    ["a measure's SQL", ['measures'], () => replace('measures/referrals.sql', 'SELECT', 'SELECT DISTINCT')],
    ['an extract', ['extracts', 'measures'], () => replace('extracts/referrals.csv', '/2020', '/2019')],
    ['nothing', [], () => {}],
  ])(
    'when %s has changed then no more than %s is done, and they are as if all had been',
    async (_, stages, change) => {
      change();
      const given = asked();
      const answer = await live.ask(given);
      expect(given.stages).toEqual(stages);
      expect(comparable(answer)).toBe(comparable(await figuresAsked(asked())));
    },
  );
});
