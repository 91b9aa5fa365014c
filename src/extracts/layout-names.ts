import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import type { ExtractLayout, Settings } from '../workspace/settings.js';
import type { ColumnDefinition, ExtractDefinition } from './definitions.js';

/**
 * The names in the settings' layouts: extracts, columns and codes that there are none of.
 * @param lineOf the line of a setting in scorecard.yml
 */
export function checkLayouts(
  settings: Settings,
  definitions: readonly ExtractDefinition[],
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  const known = definitions.map(definition => definition.name);
  const problems = [
    ...unknownExtracts(settings, known),
    ...definitions.flatMap(definition => {
      const layout = settings.extracts[definition.name];
      return layout ? checkLayoutNames(definition, layout) : [];
    }),
  ];
  return problems.map(problem => {
    const { file = '', key = '' } = problem.place ?? {};
    return { ...problem, place: { file, key, line: lineOf(key.split('.')) } };
  });
}

function unknownExtracts(settings: Settings, known: readonly string[]): Problem[] {
  return Object.keys(settings.extracts)
    .filter(name => !known.includes(name))
    .map(name => ({
      severity: 'error',
      rule: 'unknown-extract',
      message: `"${name}" is not an extract.${didYouMean(name, known)}`,
      place: { file: 'scorecard.yml', key: `extracts.${name}` },
    }));
}

/** Settings that map a column which the extract has not got, or a code to one that is none: slips in scorecard.yml. */
function checkLayoutNames(definition: ExtractDefinition, layout: ExtractLayout): Problem[] {
  const known = definition.columns.map(column => column.name);
  const columns = (['columns', 'codes'] as const).flatMap(part =>
    Object.keys(layout[part])
      .filter(name => !known.includes(name))
      .map(name => ({
        severity: 'error' as const,
        rule: 'unknown-column',
        message: `${definition.name} has no column "${name}".${didYouMean(name, known) || ` It has ${known.join(', ')}.`}`,
        place: { file: 'scorecard.yml', key: `extracts.${definition.name}.${part}.${name}` },
      })),
  );
  return [
    ...columns,
    ...definition.columns.flatMap(column => unknownTargets(definition.name, column, layout)),
  ];
}

function unknownTargets(extract: string, column: ColumnDefinition, layout: ExtractLayout): Problem[] {
  if (column.codes.length === 0) return [];
  return Object.entries(layout.codes[column.name] ?? {})
    .filter(([, ours]) => !column.codes.includes(ours))
    .map(([local, ours]) => ({
      severity: 'error',
      rule: 'unknown-code',
      message: `"${ours}" is not a code of ${column.name}.${didYouMean(ours, column.codes) || ` It has ${column.codes.join(', ')}.`}`,
      place: { file: 'scorecard.yml', key: `extracts.${extract}.codes.${column.name}.${local}` },
    }));
}
