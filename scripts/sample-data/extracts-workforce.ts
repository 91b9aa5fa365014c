import { dateText, LAST } from './calendar.js';
import { isUnborn } from './children.js';
import { numbered } from './records.js';
import { Numbers, type People, type Sheet } from './sheet.js';
import type { Story } from './story.js';
import { teamOn } from './teams.js';
import type { Worker } from './workers.js';

/** Posts, workers, who holds which case, supervision, audits, and the people themselves. */

export function workforceSheets(story: Story, people: People): Sheet[] {
  const everybody = [...story.book.workers, ...story.staff].filter(one => one.startedOn <= LAST);
  everybody.sort((a, b) => a.startedOn - b.startedOn);
  const workers = new Numbers(everybody, 'W', 3);
  return [
    postSheet(story),
    workerSheet(everybody, workers),
    allocationSheet(story, people, workers),
    supervisionSheet(story, workers),
  ];
}

function postSheet(story: Story): Sheet {
  const { rows, numbers } = numbered(story.posts, 'SW', one => [one.startedOn, one.endedOn]);
  return {
    name: 'posts',
    columns: ['post_id', 'status', 'fte', 'team', 'started_on', 'ended_on'],
    rows: rows.map(one => [
      numbers.of(one),
      one.status,
      one.fte,
      teamOn(one.team, one.startedOn),
      dateText(one.startedOn),
      dateText(one.endedOn),
    ]),
  };
}

function workerSheet(everybody: readonly Worker[], workers: Numbers<Worker>): Sheet {
  return {
    name: 'workers',
    columns: ['worker_id', 'role', 'fte', 'team', 'started_on', 'ended_on'],
    rows: everybody.map(one => [
      workers.of(one),
      one.role,
      one.fte,
      one.team,
      dateText(one.startedOn),
      dateText(one.endedOn !== null && one.endedOn <= LAST ? one.endedOn : null),
    ]),
  };
}

function allocationSheet(story: Story, people: People, workers: Numbers<Worker>): Sheet {
  const { rows, numbers } = numbered(story.book.rows, 'A', one => [one.startedOn, one.endedOn]);
  return {
    name: 'allocations',
    columns: ['allocation_id', 'person_id', 'kind', 'worker_id', 'team', 'started_on', 'ended_on'],
    rows: rows.map(one => [
      numbers.of(one),
      people.of(one.child),
      one.kind,
      workers.of(one.worker),
      teamOn(one.team, one.startedOn),
      dateText(one.startedOn),
      dateText(one.endedOn),
    ]),
  };
}

function supervisionSheet(story: Story, workers: Numbers<Worker>): Sheet {
  const rows = [...story.workerSupervisions].sort((a, b) =>
    a.dueMonth < b.dueMonth ? -1 : Number(a.dueMonth > b.dueMonth),
  );
  const numbers = new Numbers(rows, 'WS');
  return {
    name: 'worker_supervisions',
    columns: ['supervision_id', 'worker_id', 'staff_group', 'due_month', 'held_on', 'team'],
    rows: rows.map(one => [
      numbers.of(one),
      workers.of(one.worker),
      one.group,
      one.dueMonth,
      dateText(one.heldOn),
      one.worker.team,
    ]),
  };
}

export function auditSheet(story: Story): Sheet {
  const numbers = new Numbers(story.audits, 'AU', 4);
  return {
    name: 'audits',
    columns: ['audit_id', 'completed_on', 'due_month', 'kind', 'theme', 'grade', 'team'],
    rows: story.audits.map(one => [
      numbers.of(one),
      dateText(one.completedOn),
      one.dueMonth,
      one.kind,
      one.theme,
      one.grade,
      one.team,
    ]),
  };
}

export function peopleSheet(people: People): Sheet {
  const rows = people.all().map(([child, number]) => {
    const born = isUnborn(child) ? '' : dateText(child.born);
    return [number, born, dateText(child.due), '', child.gender, child.ethnicity, child.disabled ? 'Y' : 'N'];
  });
  const columns = [
    'person_id',
    'date_of_birth',
    'expected_date_of_birth',
    'date_of_death',
    'gender',
    'ethnicity',
    'disabled',
  ];
  return { name: 'people', columns, rows };
}
