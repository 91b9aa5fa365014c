/** Which months an axis names, so that from 1 to 60 of them no name covers another. */
import { shortMonthName } from '../months.js';

/** Narrowest share of the axis on which every month can be named. */
const ROOM_FOR_A_MONTH = 24;
/** Least distance between two names when only some are written: a year of four digits and a gap. */
const ROOM_FOR_A_YEAR = 30;

/**
 * The lines under each month: its name, and its year where the reader needs it; none where there is no room. With many
 * months these are the first, the last, and each January between that stands clear of both.
 */
export function monthLabels(months: readonly string[], width: number): string[][] {
  const slot = width / months.length;
  const last = months.length - 1;
  if (slot >= ROOM_FOR_A_MONTH) {
    return months.map((month, index) => [
      nameOf(month),
      index === 0 || isJanuary(month) ? yearOf(month) : '',
    ]);
  }
  const isClear = (index: number) => Math.min(index, last - index) * slot >= ROOM_FOR_A_YEAR;
  return months.map((month, index) => {
    const isNamed = index === 0 || index === last || (isJanuary(month) && isClear(index));
    return isNamed ? [nameOf(month), yearOf(month)] : [];
  });
}

function isJanuary(month: string): boolean {
  return month.endsWith('-01');
}

function nameOf(month: string): string {
  return shortMonthName(month).slice(0, 3);
}

function yearOf(month: string): string {
  return month.slice(0, 4);
}
