import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { CapturedConsole } from '../support/captured-console.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/** GOV.UK's shape, with two holidays of a year that the tool's own file has not got. */
const HOLIDAYS = JSON.stringify({
  'england-and-wales': {
    division: 'england-and-wales',
    events: [
      { title: 'New Year', date: '2031-01-01', notes: '', bunting: true },
      { title: 'A day off', date: '2031-01-02', notes: '', bunting: false },
    ],
  },
});

describe('scorecard working-day', () => {
  let folder: WorkspaceFolder;

  beforeAll(() => {
    folder = new WorkspaceFolder({
      'scorecard.yml': `${SMALLEST_SETTINGS}bank_holidays: holidays.json\n`,
      'holidays.json': HOLIDAYS,
    });
  });
  afterAll(() => folder.remove());

  async function told(...words: string[]): Promise<string> {
    const console = new CapturedConsole();
    await createProgram(console).parseAsync(['node', 'scorecard', 'working-day', ...words]);
    return console.stdout.trim();
  }

  it("counts by the workspace's own bank holidays", async () => {
    // 1 January 2031 is a Wednesday; it and Thursday are holidays, the weekend is the 4th and 5th: 3, 6, 7.
    expect(await told('--date', '2031-01-07', '--workspace', folder.path)).toBe('3');
  });

  it('says without them what to do for a year that is not known', async () => {
    await expect(told('--date', '2031-01-07')).rejects.toThrow(
      /Save GOV\.UK's current file in the workspace and name it under bank_holidays: in scorecard\.yml/,
    );
  });
});
