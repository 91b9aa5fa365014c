import { type Day, dateText, day } from './calendar.js';
import { Random } from './random.js';
import type { Cell, Sheet } from './sheet.js';
import { columnOf, dayOf } from './stays.js';

/**
 * A second, smaller council whose report month is March 2026: a sixth of the children of the first, moved in time by whole
 * weeks, so that what was done on a Monday still is. Cases are numbered anew.
 */

/** 287 weeks: the last day of September 2020 becomes 1 April 2026. */
const DAYS_LATER = 287 * 7;
const MONTHS_LATER = 66;
/** Recorded up to the day before they were run. */
const EXTRACTED_ON = day('2020-10-05') + DAYS_LATER;
const SHARE_OF_CHILDREN = 1 / 6;
const SHARE_OF_STAFF = 1 / 5;

/** Columns that name a month, or a month end, which weeks would move off it. */
const MONTH_COLUMNS = new Set(['month', 'due_month']);
const MONTH_END_COLUMNS = new Set(['as_at']);
/** Kept by their person; else by a share of their own. */
const STAFF = new Set(['posts', 'audits', 'allegations', 'feedback', 'manual_returns']);

export function laterSheets(sheets: readonly Sheet[]): Sheet[] {
  const people = keptOf(sheets, 'people', 'person_id', SHARE_OF_CHILDREN);
  const workers = keptOf(sheets, 'workers', 'worker_id', SHARE_OF_STAFF);
  return sheets.map(sheet => renumbered(moved(thinned(sheet, people, workers))));
}

function keptOf(sheets: readonly Sheet[], name: string, column: string, share: number): Set<string> {
  const sheet = sheets.find(each => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const random = new Random(`later/${name}`);
  const place = columnOf(sheet, column);
  return new Set(sheet.rows.filter(() => random.chance(share)).map(row => String(row[place])));
}

/** Rows of the children and workers that are kept; a case of a worker who is not goes to one who is. */
function thinned(sheet: Sheet, people: ReadonlySet<string>, workers: ReadonlySet<string>): Sheet {
  const [person, worker] = ['person_id', 'worker_id'].map(name => sheet.columns.indexOf(name));
  const random = new Random(`later/${sheet.name}`);
  const staff = [...workers];
  const rows = sheet.rows.filter(row => {
    if (person !== undefined && person >= 0) return people.has(String(row[person]));
    if (worker !== undefined && worker >= 0) return workers.has(String(row[worker]));
    return sheet.name === 'manual_returns' || !STAFF.has(sheet.name) || random.chance(SHARE_OF_STAFF);
  });
  if (sheet.name === 'workers' || worker === undefined || worker < 0) return { ...sheet, rows };
  const given = new Map<string, string>();
  const successor = (name: string) => {
    const known = given.get(name) ?? (workers.has(name) ? name : random.pick(staff));
    given.set(name, known);
    return known;
  };
  return {
    ...sheet,
    rows: rows.map(row =>
      row.map((cell, index) => (index === worker && cell ? successor(String(cell)) : cell)),
    ),
  };
}

function moved(sheet: Sheet): Sheet {
  const rows = sheet.rows.map(row =>
    row.map((cell, index) => movedCell(cell, sheet.columns[index] ?? '', sheet.name)),
  );
  return { ...sheet, rows: sheet.name === 'manual_returns' ? rows.map(fewer) : rows };
}

function movedCell(cell: Cell, column: string, sheet: string): Cell {
  // Bank holidays fall otherwise, and a limit with them.
  if (column === 'due_on' && sheet === 'looked_after_reviews') return '';
  if (MONTH_COLUMNS.has(column)) return laterMonth(String(cell));
  const on = dayOf(cell);
  if (on === null) return cell;
  if (MONTH_END_COLUMNS.has(column)) return dateText(laterMonthEnd(on));
  const time = String(cell).slice(10);
  return `${dateText(Math.min(on + DAYS_LATER, EXTRACTED_ON))}${time}`;
}

function laterMonth(month: string): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + MONTHS_LATER;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function laterMonthEnd(on: Day): Day {
  const next = laterMonth(laterOne(dateText(on)));
  return day(`${next}-01`) - 1;
}

/** The month after that of a date. */
function laterOne(date: string): string {
  const count = Number(date.slice(6, 10)) * 12 + Number(date.slice(3, 5));
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** A smaller council returns smaller numbers. */
function fewer([
  measure = '',
  month = '',
  team = '',
  numerator,
  denominator,
  value,
  note = '',
]: readonly Cell[]): Cell[] {
  const scaled = (cell: Cell | undefined) =>
    typeof cell === 'number' ? Math.round(cell * SHARE_OF_CHILDREN * 2) : '';
  const all = scaled(denominator);
  const part = typeof all === 'number' ? Math.min(all, Number(scaled(numerator))) : '';
  return [measure, month, team, part, all, scaled(value), note];
}

const PERSON = 'Q';
const WORKER = 'V';

/** Numbers of people and workers begin with another letter, so that nobody takes the two councils' cases for the same. */
function renumbered(sheet: Sheet): Sheet {
  const letters = new Map([
    [sheet.columns.indexOf('person_id'), PERSON],
    [sheet.columns.indexOf('worker_id'), WORKER],
  ]);
  return {
    ...sheet,
    rows: sheet.rows.map(row =>
      row.map((cell, index) => {
        const letter = letters.get(index);
        return letter === undefined || !cell ? cell : `${letter}${String(cell).slice(1)}`;
      }),
    ),
  };
}
