import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Diagnosis, diagnosesText } from '../../src/cli/diagnosis.js';
import { doctor } from '../../src/cli/doctor.js';
import { CapturedConsole } from '../support/captured-console.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('doctor', () => {
  it('finds on a machine that runs these tests all that a build needs', async () => {
    const workspace = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS });
    const console = new CapturedConsole();
    await doctor({ workspace: workspace.path, json: true }, console);
    const diagnoses = JSON.parse(console.stdout) as Diagnosis[];
    expect(diagnoses.map(({ name, isThere }) => [name, isThere])).toEqual([
      ['scorecard', true],
      ['Reading and computing', true],
      ['Charts', true],
      ['Browser', true],
      ['Workspace', true],
    ]);
    workspace.remove();
  });

  it('ends with 3 and says how to get a browser that is missing', async () => {
    vi.stubEnv('SCORECARD_BROWSER', '/no/such/browser');
    const workspace = new WorkspaceFolder({});
    const console = new CapturedConsole();
    await expect(doctor({ workspace: workspace.path, json: false }, console)).rejects.toMatchObject({
      exitCode: 3,
    });
    expect(console.stdout).toMatch(/^MISSING {2}Browser .*SCORECARD_BROWSER names \/no\/such\/browser/m);
    expect(console.stdout).toMatch(/^ok +Charts/m);
    workspace.remove();
  });
});

describe('the table of what was found', () => {
  it('keeps long advice in its own column', () => {
    const text = diagnosesText([
      { name: 'Charts', isThere: true, detail: 'can be drawn', advice: '' },
      { name: 'Browser', isThere: false, detail: 'It does not start.', advice: 'Start it once. '.repeat(8) },
    ]);
    const lines = text.split('\n');
    expect(lines[0]).toBe('ok       Charts   can be drawn');
    expect(lines[1]).toMatch(/^MISSING {2}Browser {2}It does not start\. Start it once\./);
    expect(lines[2]).toMatch(/^ {18}\S/);
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100);
  });
});
