import { type Day, day } from './calendar.js';

/** Teams as they are called today, and what they were called when an old case was recorded. */

export const TEAMS: Record<string, readonly string[]> = {
  assessment: ['Assessment 1', 'Assessment 2', 'Assessment 3'],
  safeguarding: ['Safeguarding 1', 'Safeguarding 2', 'Safeguarding 3'],
  care: ['Children in Care 1', 'Children in Care 2'],
  disabled: ['Disabled Children'],
  leaving: ['Leaving Care'],
};

export interface TeamRow {
  readonly team: string;
  readonly area: string;
  readonly from: string;
  readonly to: string;
  readonly mergedInto: string;
}

const AREAS: Record<string, string> = {
  assessment: 'Front door and assessment',
  safeguarding: 'Safeguarding',
  care: 'Looked after',
  disabled: 'Safeguarding',
  leaving: 'Care leavers',
};

/** Renamed or merged: the cases of the old teams follow into the new ones. */
const OLD: readonly (readonly [string, string, Day, string])[] = [
  ['Duty North', 'Assessment 1', day('2018-04-01'), 'assessment'],
  ['Duty South', 'Assessment 2', day('2018-04-01'), 'assessment'],
  ['Court Team', 'Safeguarding 3', day('2019-04-01'), 'safeguarding'],
];

export function teamOn(team: string, on: Day): string {
  const old = OLD.find(([, now, until]) => now === team && on < until);
  return old ? old[0] : team;
}

export function teamRows(): TeamRow[] {
  const now = Object.entries(TEAMS).flatMap(([area, teams]) =>
    teams.map(team => ({ team, area: AREAS[area] ?? '', from: startOf(team), to: '', mergedInto: '' })),
  );
  const other = [
    { team: 'MASH', area: 'Front door and assessment', from: '2014-04', to: '', mergedInto: '' },
    { team: 'Performance and Business Support', area: 'Support', from: '2014-04', to: '', mergedInto: '' },
  ];
  const old = OLD.map(([team, mergedInto, until, area]) => {
    const to = new Date((until - 1) * 86_400_000).toISOString().slice(0, 7);
    return { team, area: AREAS[area] ?? '', from: '2012-04', to, mergedInto };
  });
  return [...other, ...now, ...old];
}

function startOf(team: string): string {
  const renamed = OLD.find(([, now]) => now === team);
  return renamed ? new Date(renamed[2] * 86_400_000).toISOString().slice(0, 7) : '2014-04';
}
