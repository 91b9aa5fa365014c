/** The rows of the hand-kept tables, once checked. Months are YYYY-MM, dates YYYY-MM-DD, '' where open. */

export interface Target {
  readonly measure: string;
  readonly of: 'value' | 'rate';
  readonly from: string;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Tolerance in the unit's own points; null means the default of the contract. */
  readonly amber: number | null;
}

export interface Comparator {
  readonly measure: string;
  readonly of: 'value' | 'rate';
  readonly group: string;
  readonly year: string;
  readonly value: number;
}

/** How a person rates a measure in a month; it stands beside the computed rating, never instead of it. */
export interface Judgement {
  readonly measure: string;
  readonly month: string;
  readonly rating: 'green' | 'amber' | 'red';
  /** Who judged: a role, never a name. */
  readonly role: string;
  readonly reason: string;
}

export interface Population {
  readonly from: string;
  readonly ages: string;
  readonly population: number;
  readonly source: string;
}

export interface Team {
  readonly team: string;
  readonly serviceArea: string;
  readonly from: string;
  readonly to: string;
  /** The team that took its cases over; '' while it stands. */
  readonly mergedInto: string;
}

export interface GlossaryEntry {
  /** The term and its other forms; the first is the one that is printed. */
  readonly terms: readonly string[];
  readonly abbreviations: readonly string[];
  readonly meaning: string;
  readonly source: string;
}

export const ACTION_STATUSES = ['Open', 'Partly complete', 'Delayed', 'Complete', 'Dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** Whether something is still to be done. */
export function isOpenAction({ status }: Pick<ActionItem, 'status'>): boolean {
  return status !== 'Complete' && status !== 'Dropped';
}

export interface ActionItem {
  readonly id: string;
  /** Month in which it was agreed. */
  readonly opened: string;
  readonly action: string;
  /** A role, never a name. */
  readonly lead: string;
  readonly due: string;
  readonly status: ActionStatus;
  readonly measures: readonly string[];
  readonly outcome: string;
}
