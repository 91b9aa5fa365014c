/** What a reader needs to weigh the figures: the state of the data. */
import type { DataNote } from '../narrative/data-notes.js';
import { isPublished } from './editions.js';
import type { Pack } from './manifest.js';
import type { PackInput } from './pack-input.js';

export interface AboutView {
  readonly notes: readonly DataNote[];
  /** Of as many months at most a measure's usual range is worked out. */
  readonly seriesMonths: number;
  /** '' in what is published, where it is of no use to a reader. */
  readonly toolVersion: string;
}

export function aboutView(pack: Pack, { dataNotes, toolVersion, settings }: PackInput): AboutView {
  return {
    notes: together(dataNotes),
    seriesMonths: settings.series_months,
    toolVersion: isPublished(pack) ? '' : toolVersion,
  };
}

/** Subjects of which the same is to be said share a note, where the first of them stood. */
function together(notes: readonly DataNote[]): DataNote[] {
  const subjects = new Map<string, string[]>();
  for (const { subject, text } of notes) subjects.set(text, [...(subjects.get(text) ?? []), subject]);
  return [...subjects].map(([text, own]) =>
    own.length === 1
      ? { subject: own.join(), text }
      : { subject: text.replace(/\.$/, ''), text: `${own.join(', ')}.` },
  );
}
