import { expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress.js';
import { CapturedConsole } from '../support/captured-console.js';

it('when stages are done then each is a line on stderr with its number and its own time', () => {
  const console = new CapturedConsole();
  const times = [1000, 2249.4, 2250];
  const progress = new Progress(console, ['Extracts', 'Packs'], () => times.shift() ?? 0);
  progress.done('Extracts', '39 files, 9,973 rows');
  progress.done('Packs', 'scrutiny');
  expect(console.said).toEqual(['[1/2] Extracts  39 files, 9,973 rows  1.2s', '[2/2] Packs  scrutiny  0.0s']);
  expect(console.results).toEqual([]);
  expect(progress.timings).toEqual([
    { stage: 'Extracts', seconds: 1.249 },
    { stage: 'Packs', seconds: 0.001 },
  ]);
});
