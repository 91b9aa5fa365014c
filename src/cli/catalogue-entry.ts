import type { PresentExtract } from '../extracts/present.js';
import { missingInput } from '../figures/availability.js';
import { targetInWords } from '../figures/rating.js';
import { measuresAsGiven } from '../figures/stand-ins.js';
import type { Measure, MeasureVersion } from '../measures/measure.js';
import type { Target } from '../workspace/tables.js';

/** A measure of the catalogue beside what a workspace has for it, and both in words. */
export interface CatalogueEntry {
  readonly measure: Measure;
  /** null where there is no workspace. */
  readonly here: Here | null;
}

interface Here {
  /** Oldest first: each stands until the next of the same `of`. */
  readonly targets: readonly EntryTarget[];
  /** "no extract x; no column y.z"; '' when it has everything. */
  readonly missing: string;
}

interface EntryTarget {
  readonly of: Target['of'];
  /** Month from which it stands; '' is always. */
  readonly from: string;
  readonly target: string;
}

export function entryOf(
  measure: Measure,
  workspace: { readonly targets: readonly Target[]; readonly extracts: readonly PresentExtract[] } | null,
): CatalogueEntry {
  if (!workspace) return { measure, here: null };
  const targets = workspace.targets
    .filter(target => target.measure === measure.id)
    // Those on the value first, as the table's columns have it.
    .sort((a, b) => compare(b.of, a.of) || compare(a.from, b.from))
    .map(target => ({ of: target.of, from: target.from, target: words(target, measure) }));
  const [given = measure] = measuresAsGiven([measure], workspace.extracts);
  return { measure, here: { targets, missing: missingInput(given, workspace.extracts) } };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A rate is per 10,000 children, whatever unit its count or percentage has. */
function words(target: Target, measure: Measure): string {
  return targetInWords(target, target.of === 'rate' ? 'per 10000' : measure.unit);
}

/** What a program reads: `targets`, `available` and `missing` only where there is a workspace. */
export function entryAsJson({ measure, here }: CatalogueEntry): object {
  const { id, area, name, kind, unit, counts, of, datedBy, polarity, versions, needs } = measure;
  return {
    ...{ id, area, name, kind, unit, counts, of, datedBy, polarity },
    versions: versions.map(({ label, from, to, definition }) => ({ label, from, to, definition })),
    needs,
    ...hereAsJson(here),
  };
}

export function hereAsJson(here: Here | null): object {
  if (!here) return {};
  return { targets: here.targets, available: here.missing === '', missing: here.missing };
}

/** "decided within 24 hours, of contacts to the hub" */
export function definitionInWords({ counts, of }: Measure): string {
  return of === '' ? counts : `${counts}, of ${of}`;
}

/** "at least 90%; from 2020-09 at least 95%; rate at most 50 per 10,000"; '' where there is none. */
export function targetsInWords(here: Here): string {
  const each = here.targets.map(({ of, from, target }) =>
    [of === 'rate' && 'rate', from && `from ${from}`, target].filter(Boolean).join(' '),
  );
  return each.join('; ');
}

/** "contacts (received_at, route); people (born_on)" */
export function needsInWords({ needs }: Measure): string {
  const each = Object.entries(needs).map(([extract, columns]) =>
    columns.length === 0 ? extract : `${extract} (${columns.join(', ')})`,
  );
  return each.join('; ');
}

/** "from 2018-04 to 2020-08"; '' where both ends are open. */
export function monthsInWords({ from, to }: Pick<MeasureVersion, 'from' | 'to'>): string {
  return [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
}

/** "v1 to 2020-08: Every hour counted." for each; none where one definition has always stood. */
export function versionsInWords({ versions }: Measure): string[] {
  return versions
    .filter(version => version.definition !== '' || monthsInWords(version) !== '')
    .map(version => {
      const heading = [version.label, monthsInWords(version)].filter(Boolean).join(' ');
      return version.definition === '' ? heading : `${heading}: ${version.definition}`;
    });
}
