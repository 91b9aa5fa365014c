import { stringify } from 'csv-stringify/sync';
import { guardText } from '../figures/tidy.js';
import type { Finding, FoundPlace } from './rule.js';

/** data-quality.csv: every place of every finding, for whoever mends them one by one. */

const COLUMNS = ['severity', 'rule', 'extract', 'file', 'line', 'column', 'message', 'what_to_do'];

export function qualityCsv(findings: readonly Finding[]): string {
  const rows = findings.flatMap(finding => {
    const whole: FoundPlace = { file: '', message: finding.message };
    const places = finding.places.length === 0 ? [whole] : finding.places;
    return places.map(({ file, line, column, message }) => [
      finding.severity,
      finding.rule,
      finding.extract,
      file,
      line ?? '',
      column ?? finding.column,
      message,
      finding.whatToDo,
    ]);
  });
  const guarded = rows.map(row => row.map(cell => (typeof cell === 'string' ? guardText(cell) : cell)));
  return stringify([COLUMNS, ...guarded], { record_delimiter: '\n' });
}
