import type { Problem } from '../problems.js';
import type { Settings } from '../workspace/settings.js';
import type { ExtractDefinition } from './definitions.js';
import { listedFrom } from './layouts/limits.js';
import type { LoadedExtract } from './load.js';

/** How far back an extract is complete, and the day it was made. */
export interface Coverage {
  readonly extract: string;
  /** YYYY-MM-DD; '' where the extract records no event. */
  readonly coversFrom: string;
  readonly extractedOn: string;
  /** True where the dates were taken from the rows, because nobody has said them. */
  readonly isAssumed: boolean;
}

export function findCoverage(
  definitions: readonly ExtractDefinition[],
  loaded: readonly LoadedExtract[],
  settings: Settings,
): Coverage[] {
  const found: Coverage[] = [];
  for (const { name, files, recorded, through } of loaded) {
    const definition = definitions.find(each => each.name === name);
    if (!definition || files.length === 0) continue;
    const layout = settings.extracts[name];
    const extractedOn = layout?.extracted_on ?? settings.extracted_on;
    found.push({
      extract: name,
      coversFrom: hasEvents(definition)
        ? (layout?.covers_from ??
          later(
            settings.covers_from ?? recorded.earliest,
            listedFrom(extractedOn ?? recorded.latest, through?.lookBackMonths),
          ))
        : '',
      extractedOn: extractedOn ?? recorded.latest,
      isAssumed: extractedOn === undefined,
    });
  }
  return found;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** A register of people records no event, so it cannot begin too late for a figure. */
function hasEvents(definition: ExtractDefinition): boolean {
  return definition.columns.some(column => column.isEvent);
}

/** The day the pack is as at: the latest of its extracts. */
export function latestExtraction(coverage: readonly Coverage[]): string {
  return (
    coverage
      .map(each => each.extractedOn)
      .sort()
      .at(-1) ?? ''
  );
}

export function coverageProblems(coverage: readonly Coverage[], monthEnd: string): Problem[] {
  const assumed = coverage.filter(each => each.isAssumed).map(each => each.extract);
  const warnings: Problem[] = [];
  if (assumed.length > 0) {
    const message = `No extracted_on is given, so the latest date recorded stands for it (${assumed.join(', ')}). Give it in scorecard.yml.`;
    warnings.push({
      severity: 'warning',
      rule: 'no-extracted-on',
      message,
      place: { file: 'scorecard.yml', key: 'extracted_on' },
    });
  }
  for (const { extract, extractedOn } of coverage) {
    if (extractedOn === '' || extractedOn >= monthEnd) continue;
    const message = `${extract} was extracted on ${extractedOn}, before the month ended, so its figures for the month are not whole. Extract it again.`;
    warnings.push({ severity: 'warning', rule: 'extract-stops-early', message });
  }
  return warnings;
}
