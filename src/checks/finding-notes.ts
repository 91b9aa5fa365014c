import type { Severity } from '../problems.js';
import { countOf } from './counts.js';
import type { Finding } from './rule.js';

/** What the findings come to for readers of a pack: no value, no place and no id. */
export interface FindingNote {
  /** An extract's name; '' for what is of no extract. */
  readonly extract: string;
  readonly text: string;
}

/** One sentence for each extract in which there are errors or warnings. */
export function findingNotes(findings: readonly Finding[]): FindingNote[] {
  const weighty = findings.filter(({ severity }) => severity !== 'note');
  const shownIn = ({ extract, shownIn: others }: Finding) => others ?? [extract];
  const extracts = [...new Set(weighty.flatMap(shownIn))];
  return extracts.map(extract => {
    const own = weighty.filter(finding => shownIn(finding).includes(extract));
    const titles = [...new Set(own.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)))];
    return { extract, text: `Found when the extract was checked: ${titles.join('; ')}.` };
  });
}

/** In a pack that is published: "something after the child died" would tell of a child. */
export function findingNotesForAll(findings: readonly Finding[]): FindingNote[] {
  const text = 'The checks of this extract found something that is not as it should be.';
  return findingNotes(findings).map(({ extract }) => ({ extract, text }));
}

/** For the cover of a pack that was made in spite of errors; '' where there are none. */
export function errorsNotice(findings: readonly Finding[]): string {
  const errors = countOf(findings, 'error' satisfies Severity);
  if (errors === 0) return '';
  return `Made in spite of ${errors} ${errors === 1 ? 'error' : 'errors'} in the data: figures may be wrong`;
}

/** In a pack that is published, without their number, which may be small. @param notice of the other packs */
export function errorsNoticeForAll(notice: string): string {
  return notice === '' ? '' : 'Made in spite of errors in the data: figures may be wrong';
}
