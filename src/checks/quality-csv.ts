import { stringify } from 'csv-stringify/sync';
import type { Finding, FoundPlace } from './rule.js';

/** data-quality.csv: every place of every finding, for whoever mends them one by one. */

const COLUMNS = ['severity', 'rule', 'extract', 'file', 'line', 'column', 'message', 'what_to_do'];

/** What a spreadsheet would take for a formula: headings, codes and file names come from extracts, which are not trusted. */
const FORMULA = /^[=+\-@\t\r]/;

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
  const guarded = rows.map(row =>
    row.map(cell => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell)),
  );
  return stringify([COLUMNS, ...guarded], { record_delimiter: '\n' });
}
