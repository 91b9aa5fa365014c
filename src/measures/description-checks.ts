import type { ExtractDefinition } from '../extracts/definitions.js';
import { addMonths } from '../months.js';
import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import type { MeasureVersion } from './measure.js';
import type { MetadataSpec } from './metadata.js';

/** What can be wrong with a measure's description beyond its keys: names of extracts and columns, versions, lost queries. */

export function undescribed(file: string): Problem {
  const message =
    'No description names this query, so it would count nowhere. Put a .yml of its name beside it, or take it away.';
  return { severity: 'error', rule: 'no-description', message, place: { file } };
}

/** Versions follow on one another: a month under two would be counted twice, and under none as nothing. */
export function versionProblems(file: string, versions: readonly MeasureVersion[]): Problem[] {
  return versions.slice(1).flatMap((version, index) => {
    const before = versions[index]?.to ?? '';
    if (before !== '' && version.from === addMonths(before, 1)) return [];
    const message = `Version ${index + 2} must start in the month after version ${index + 1} ends. Found to: ${before || 'nothing'}, from: ${version.from || 'nothing'}.`;
    return [
      {
        severity: 'error' as const,
        rule: 'wrong-versions',
        message,
        place: { file, key: `versions.${index + 1}` },
      },
    ];
  });
}

export function unknownCodes(
  file: string,
  spec: MetadataSpec,
  extracts: readonly ExtractDefinition[],
): Problem[] {
  return (spec.category ?? []).flatMap(({ codes }, index) => {
    if (typeof codes !== 'string') return [];
    const [name = '', column = ''] = codes.split('.');
    const extract = extracts.find(each => each.name === name);
    const known = extract ? extract.columns.map(each => each.name) : extracts.map(each => each.name);
    if (extract && known.includes(column)) return [];
    const message = `There is no column ${codes} to take the codes from.${didYouMean(extract ? column : name, known)}`;
    return [
      {
        severity: 'error' as const,
        rule: 'unknown-column',
        message,
        place: { file, key: `category.${index}.codes` },
      },
    ];
  });
}

export function unknownNeeds(
  file: string,
  spec: MetadataSpec,
  extracts: readonly ExtractDefinition[],
): Problem[] {
  return Object.entries(spec.needs).flatMap(([name, columns]) => {
    const extract = extracts.find(each => each.name === name);
    const known = extract?.columns.map(column => column.name) ?? [];
    if (!extract) {
      const names = extracts.map(each => each.name);
      const message = `There is no extract "${name}".${didYouMean(name, names)}`;
      return [
        {
          severity: 'error' as const,
          rule: 'unknown-extract',
          message,
          place: { file, key: `needs.${name}` },
        },
      ];
    }
    return columns
      .filter(column => !known.includes(column))
      .map(column => ({
        severity: 'error' as const,
        rule: 'unknown-column',
        message: `${name} has no column "${column}".${didYouMean(column, known)}`,
        place: { file, key: `needs.${name}` },
      }));
  });
}
