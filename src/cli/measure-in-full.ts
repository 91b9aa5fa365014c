import { isSnapshot } from '../measures/measure.js';
import {
  type CatalogueEntry,
  definitionInWords,
  monthsInWords,
  needsInWords,
  targetsInWords,
  versionsInWords,
} from './catalogue-entry.js';
import { labelled } from './wrap.js';

/** One measure for a terminal: every fact, then its SQL as it stands. */
export function measureInFull({ measure, here }: CatalogueEntry, width: number): string {
  const layout = { indent: 0, labelWidth: 10, width };
  const fact = (label: string, text: string) => labelled(label, text, layout);
  const facts = [
    ...labelled('', `${measure.name} (${measure.id})`, { ...layout, labelWidth: 0 }),
    ...fact('Area', measure.area),
    ...fact('Counts', definitionInWords(measure)),
    ...fact('Dated by', `${measure.datedBy}${isSnapshot(measure) ? ' (one figure a month end)' : ''}`),
    ...fact('Polarity', measure.polarity),
    ...fact('Unit', measure.unit),
    ...(here ? fact('Target', targetsInWords(here) || 'none') : []),
    ...versionsInWords(measure).flatMap((version, index) => fact(index === 0 ? 'Versions' : '', version)),
    ...fact('Source', measure.source),
    ...fact('Reading', [measure.guide, measure.unsettled].filter(words => words !== '').join(' ')),
    ...fact('Needs', needsInWords(measure)),
    ...(here ? fact('Here', here.missing === '' ? 'yes' : here.missing) : []),
  ];
  const queries = measure.versions.map(version => {
    const months = monthsInWords(version);
    return `\n${version.sqlFile}${months === '' ? '' : ` (${months})`}\n${version.sql.trimEnd()}`;
  });
  return [...facts, ...queries].join('\n');
}
