/** What a reader needs to weigh the figures: the state of the data. */
import type { DataNote } from '../narrative/data-notes.js';
import type { PackInput } from './pack-input.js';

export interface AboutView {
  readonly notes: readonly DataNote[];
  readonly toolVersion: string;
}

export function aboutView({ dataNotes, toolVersion }: PackInput): AboutView {
  return { notes: dataNotes, toolVersion };
}
