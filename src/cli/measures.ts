import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readExtractDefinitions } from '../extracts/definitions.js';
import { readCatalogue } from '../measures/catalogue.js';
import { isSnapshot, type Measure } from '../measures/measure.js';
import { didYouMean } from '../nearest.js';
import { UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import type { Console } from './console.js';

/** `scorecard measures`: the catalogue, with a workspace's own measures where there is one. */
export function listMeasures(
  id: string | undefined,
  options: { workspace: string; json: boolean },
  console: Console,
): void {
  const folders = [toolPath('measures'), join(options.workspace, 'measures')].filter(folder =>
    existsSync(folder),
  );
  const { measures, problems } = readCatalogue(folders, readExtractDefinitions());
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new UserError(2, errors);
  if (id !== undefined) return showMeasure(id, measures, options.json, console);
  if (options.json) {
    const rows = measures.map(({ id: key, area, name, kind, unit, polarity }) => ({
      id: key,
      area,
      name,
      kind,
      unit,
      polarity,
    }));
    return console.result(JSON.stringify(rows, null, 2));
  }
  const width = Math.max(...measures.map(measure => measure.id.length));
  let area = '';
  for (const measure of measures) {
    if (measure.area !== area) console.result(`${area === '' ? '' : '\n'}${measure.area}`);
    area = measure.area;
    console.result(`  ${measure.id.padEnd(width)}  ${measure.name}`);
  }
}

function showMeasure(id: string, measures: readonly Measure[], json: boolean, console: Console): void {
  const measure = measures.find(each => each.id === id);
  if (!measure) {
    const known = measures.map(each => each.id);
    throw UserError.of(
      2,
      'unknown-measure',
      `There is no measure "${id}".${didYouMean(id, known) || ' List them with: scorecard measures.'}`,
    );
  }
  if (json) return console.result(JSON.stringify(measure, null, 2));
  const lines = [
    `${measure.name} (${measure.id})`,
    `Area      ${measure.area}`,
    `Counts    ${measure.counts}${measure.of === '' ? '' : `, of ${measure.of}`}`,
    `Dated by  ${measure.datedBy}${isSnapshot(measure) ? ' (one figure a month end)' : ''}`,
    `Polarity  ${measure.polarity}`,
    `Unit      ${measure.unit}`,
    `Source    ${measure.source}`,
    `Reading   ${measure.guide}`,
  ];
  for (const line of lines) console.result(line);
  for (const version of measure.versions) {
    const months = [version.from && `from ${version.from}`, version.to && `to ${version.to}`]
      .filter(Boolean)
      .join(' ');
    console.result(`\n${version.sqlFile}${months === '' ? '' : ` (${months})`}\n${version.sql.trimEnd()}`);
  }
}
