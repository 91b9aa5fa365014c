import { groupBy } from './group-by.js';

/** "one", "one and two", "one, two and three". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A sentence as a part of another. */
export function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Visits in time and Reviews in time (no extract visits); Audits (no cases)": what shares a reason stands together. */
export function listedByReason(named: readonly { readonly name: string; readonly reason: string }[]): string {
  return [...groupBy(named, ({ reason }) => reason)]
    .map(([reason, rows]) => `${listed(rows.map(({ name }) => name))} (${reason})`)
    .join('; ');
}
