import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { csv } from './sheet.js';
import { teamRows } from './teams.js';

/** The hand-kept tables of the workspace. They name only measures that the catalogue has, and grow as it grows. */

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const catalogue = new URL('../../measures/', import.meta.url);

function knownMeasures(): ReadonlySet<string> {
  const areas = readdirSync(catalogue, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const files = areas.flatMap(area => readdirSync(new URL(`${area.name}/`, catalogue)));
  return new Set(files.filter(file => file.endsWith('.yml')).map(file => file.slice(0, -'.yml'.length)));
}

function source(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(name, import.meta.url)), { columns: true }) as Record<string, string>[];
}

/** A hand-kept table without the rows of measures that are not built yet. */
function table(name: string, known: ReadonlySet<string>): TextFile {
  const rows = source(`tables/${name}`).filter(row => known.has(row.measure ?? ''));
  const columns = Object.keys(source(`tables/${name}`)[0] ?? {});
  return {
    path: name,
    text: csv({ columns, rows: rows.map(row => columns.map(column => row[column] ?? '')) }),
  };
}

/** At most five actions are open; one that names a measure yet to come waits for it. */
function actions(known: ReadonlySet<string>): TextFile {
  const all = source('tables/actions.csv');
  const columns = Object.keys(all[0] ?? {});
  const rows = all
    .map(
      row =>
        ({
          ...row,
          measures: (row.measures ?? '')
            .split(' ')
            .filter(id => known.has(id))
            .join(' '),
        }) as Record<string, string>,
    )
    .filter(row => row.measures !== '');
  return {
    path: 'actions.csv',
    text: csv({ columns, rows: rows.map(row => columns.map(column => row[column] ?? '')) }),
  };
}

function asIs(from: string, path: string): TextFile {
  return { path, text: readFileSync(new URL(`tables/${from}`, import.meta.url), 'utf8') };
}

function teams(): TextFile {
  const rows = teamRows().map(row => [row.team, row.area, row.from, row.to, row.mergedInto]);
  return {
    path: 'teams.csv',
    text: csv({ columns: ['team', 'service_area', 'from', 'to', 'merged_into'], rows }),
  };
}

/** Of the second council: what it keeps by hand is little. */
export function laterWorkspaceFiles(): TextFile[] {
  return [
    asIs('scorecard-2026.yml', 'scorecard.yml'),
    asIs('populations-2026.csv', 'populations.csv'),
    asIs('README-2026.md', 'README.md'),
    // A target on a number of children is that of the larger council.
    table('targets.csv', new Set([...knownMeasures()].filter(id => id !== 'cp-plans-open'))),
    teams(),
  ];
}

export function workspaceFiles(): TextFile[] {
  const known = knownMeasures();
  return [
    asIs('scorecard.yml', 'scorecard.yml'),
    asIs('populations.csv', 'populations.csv'),
    asIs('README.md', 'README.md'),
    asIs('commentary-2020-09.md', 'commentary/2020-09.md'),
    asIs('cover-report-2020-09.md', 'cover-report/2020-09.md'),
    asIs('logo.svg', 'logo.svg'),
    ...readdirSync(new URL('tables/self-evaluation/', import.meta.url)).map(name =>
      asIs(`self-evaluation/${name}`, `self-evaluation/2020-09/${name}`),
    ),
    ...readdirSync(new URL('tables/plans/', import.meta.url)).map(name =>
      asIs(`plans/${name}`, `plans/${name}`),
    ),
    table('targets.csv', known),
    table('comparators.csv', known),
    actions(known),
    teams(),
    asIs('comments-2020-09.md', 'comments/2020-09.md'),
    table('judgements.csv', known),
  ];
}
