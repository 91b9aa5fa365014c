import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { CapturedConsole } from '../support/captured-console.js';
import { csv } from '../support/check-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

// The extracts were made on Monday 5 October 2020.
const CP_PLANS = csv(
  'plan_id,person_id,started_on,ended_on,initial_category,latest_category,end_reason,team',
  'PLAN-LATE,CHILD-1,01/09/2020,,,,,North',
  'PLAN-TODAY,CHILD-2,01/09/2020,,,,,Old North',
  'PLAN-SOUTH,CHILD-3,05/03/2020,,,,,South',
);
const VISITS = csv(
  'visit_id,person_id,kind,visited_on,seen,seen_alone',
  'V1,CHILD-1,CP,17/09/2020,Y,Y',
  'V2,CHILD-2,CP,21/09/2020,Y,Y',
  'V3,CHILD-3,CP,02/10/2020,Y,Y',
);
const IDS = ['PLAN-', 'CHILD-'];

describe('scorecard build --lists', () => {
  let folder: WorkspaceFolder;
  let told: CapturedConsole;
  const asked = () => join(folder.path, '..', 'For managers');
  const read = (file: string) => readFileSync(join(asked(), file), 'utf8');

  beforeAll(async () => {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'teams.csv': 'team,merged_into\nNorth,\nOld North,North\nSouth,\n',
      'extracts/cp_plans.csv': CP_PLANS,
      'extracts/visits.csv': VISITS,
    });
    told = await build('--pack', 'team', '--lists', asked());
  });
  afterAll(() => folder.remove());

  async function build(...words: string[]): Promise<CapturedConsole> {
    const console = new CapturedConsole();
    const all = ['build', '--workspace', folder.path, '--month', '2020-09', '--format', 'html'];
    await createProgram(console).parseAsync(['node', 'scorecard', ...all, ...words]);
    return console;
  }

  it('when it has run then each team has its page and its own cases, those of teams merged into it too', () => {
    expect(readdirSync(asked()).sort()).toEqual([
      'all-teams-due.csv',
      'team-north-due.csv',
      'team-north.html',
      'team-south-due.csv',
      'team-south.html',
      'team.html',
    ]);
    // The tenth working day after 17 September is 1 October, after 21 September 5 October.
    expect(read('team-north-due.csv').split('\n').slice(1, 3)).toEqual([
      'Visits to children with a child protection plan,overdue,2,2020-10-01,PLAN-LATE,CHILD-1,North,2020-09-17,,2020-10-05',
      'Visits to children with a child protection plan,due,0,2020-10-05,PLAN-TODAY,CHILD-2,North,2020-09-21,,2020-10-05',
    ]);
    expect(read('team-north-due.csv')).not.toContain('South');
    expect(read('team-north.html')).toMatch(
      /2 working days overdue<\/th>\s*<td>1 October 2020<\/td>\s*<td>PLAN-LATE</,
    );
    expect(read('team-north.html')).not.toContain('CHILD-3');
    expect(read('team-south.html')).toContain('CHILD-3');
    expect(told.stderr).toContain('Never publish or forward them');
  });

  it('when all teams stand on one page then it has their numbers, and no case', () => {
    const overview = read('team.html')
      .replaceAll(/<[^>]*>|\s+/g, ' ')
      .replaceAll(/ +/g, ' ');
    // North: one visit overdue, one due; South: the tenth working day after 2 October is 16 October.
    expect(overview).toMatch(/North 1 0 1 South 0 0 1/);
    expect(IDS.filter(id => overview.includes(id))).toEqual([]);
  });

  it('when the packs are made then no case is in any of them', () => {
    const out = join(folder.path, 'out', '2020-09');
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(file => /\.\w+$/.test(file));
    expect(files).toContain('team-north.html');
    const withCase = files.filter(file => {
      const text = readFileSync(join(out, file), 'utf8');
      return IDS.some(id => text.includes(id));
    });
    expect(withCase).toEqual([]);
  });

  it('when the folder is one of packs, or no pack is of teams, then it is refused before anything is made', async () => {
    const inside = join(folder.path, 'out', '2020-09', 'teams');
    await expect(build('--pack', 'team', '--lists', inside)).rejects.toThrow(
      'never written into an output folder',
    );
    expect(existsSync(inside)).toBe(false);
    const other = join(folder.path, '..', 'Elsewhere');
    await expect(build('--pack', 'data-quality', '--lists', other)).rejects.toThrow('Add team to --pack');
    expect(existsSync(other)).toBe(false);
  });
});
