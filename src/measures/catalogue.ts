import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ExtractDefinition } from '../extracts/definitions.js';
import { filesBelow } from '../files.js';
import type { Problem } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { checkYaml } from '../workspace/yaml-file.js';
import { undescribed, unknownCodes, unknownNeeds, versionProblems } from './description-checks.js';
import type { Category, Measure, MeasureStatement, MeasureVersion } from './measure.js';
import { type MetadataSpec, metadataSchema } from './metadata.js';

/** Every measure that the tool or the workspace defines; a workspace's measure replaces the built-in one of its id. */
export interface Catalogue {
  readonly measures: readonly Measure[];
  /** SQL that measures share, in the order in which it is to be run: views and functions. */
  readonly shared: readonly { readonly file: string; readonly sql: string }[];
  readonly problems: readonly Problem[];
}

/** The order in which a pack shows its areas; an area of the workspace's own comes after them. */
const AREAS = [
  'Front door',
  'Assessment',
  'Children in need',
  'Child protection',
  'Looked after',
  'Visits',
  'Care leavers',
  'Adoption',
  'Supervision',
  'Workforce',
  'Quality assurance',
  'Exploitation and missing',
  'Court',
  'Family group conferences',
  'Neglect',
  'Allegations',
  'Young carers',
  'Special guardianship',
  'Kinship',
  'Fostering',
  'Virtual school',
  'Preparing for adulthood',
];

const USUAL_WEIGHT = 3;

/** @param folders measures/ of the tool, then of the workspace, where there is one */
export function readCatalogue(folders: readonly string[], extracts: readonly ExtractDefinition[]): Catalogue {
  const problems: Problem[] = [];
  const measures = new Map<string, Measure>();
  const described = new Set<string>();
  const queries: string[] = [];
  const shared = new Map<string, { file: string; sql: string }>();
  for (const folder of folders.filter(path => existsSync(path))) {
    for (const name of filesBelow(folder)) {
      const path = join(folder, name);
      const file = `measures/${name}`;
      if (path.endsWith('.sql') && basename(dirname(path)) === 'shared') {
        shared.set(basename(path), { file, sql: readFileSync(path, 'utf8') });
      } else if (path.endsWith('.sql')) queries.push(file);
      if (!path.endsWith('.yml')) continue;
      const found = readMeasure(path, file, extracts);
      problems.push(...found.problems);
      for (const query of found.queries) described.add(query);
      if (found.measure) measures.set(found.measure.id, found.measure);
    }
  }
  problems.push(...queries.filter(file => !described.has(file)).map(undescribed));
  const order = folders.flatMap(readOrder);
  const ordered = [...measures.values()].sort(
    (a, b) => areaOrder(a) - areaOrder(b) || place(order, a.id) - place(order, b.id),
  );
  return {
    measures: ordered,
    shared: [...shared.values()].sort((a, b) => (basename(a.file) < basename(b.file) ? -1 : 1)),
    problems,
  };
}

/** Ids in printed order, from a folder's order.txt; # begins a remark. */
function readOrder(folder: string): string[] {
  const file = join(folder, 'order.txt');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map(line => line.trim());
  return lines.filter(line => line !== '' && !line.startsWith('#'));
}

/** Last where it is not named; a workspace's order comes after the built-in one, so its own measures follow. */
function place(order: readonly string[], id: string): number {
  const index = order.indexOf(id);
  return index === -1 ? order.length : index;
}

function areaOrder(measure: Measure): number {
  const index = AREAS.indexOf(measure.area);
  return index === -1 ? AREAS.length : index;
}

function readMeasure(
  path: string,
  file: string,
  extracts: readonly ExtractDefinition[],
): { measure?: Measure; queries: readonly string[]; problems: readonly Problem[] } {
  const id = basename(path, '.yml');
  const checked = checkYaml(file, readFileSync(path, 'utf8'), metadataSchema);
  const beside = file.slice(0, -basename(path).length);
  // Its own query is not called undescribed when the description is only faulty.
  if (!checked.value) return { queries: [`${beside}${id}.sql`], problems: checked.problems };
  const spec = checked.value;
  const problems: Problem[] = [...unknownNeeds(file, spec, extracts), ...unknownCodes(file, spec, extracts)];
  // What reaches the team as a figure has no query of its own.
  const usual: NonNullable<MetadataSpec['versions']> =
    spec.kind === 'manual' ? [] : [{ sql: `${id}.sql`, definition: '' }];
  const versions = (spec.versions ?? usual).map((version, index): MeasureVersion => {
    const sqlFile = join(dirname(path), version.sql);
    if (!existsSync(sqlFile)) {
      const message = `There is no ${version.sql} beside it; a measure is a query and its description.`;
      problems.push({ severity: 'error', rule: 'no-sql', message, place: { file } });
    }
    const sql = existsSync(sqlFile) ? readFileSync(sqlFile, 'utf8') : '';
    const { from = '', to = '' } = 'from' in version || 'to' in version ? version : {};
    return {
      label: `v${index + 1}`,
      from,
      to,
      definition: version.definition,
      sql,
      sqlFile: join(dirname(file), version.sql).replaceAll('\\', '/'),
    };
  });
  problems.push(...versionProblems(file, versions));
  const queries = versions.map(version => version.sqlFile);
  const isLocal = !path.startsWith(toolPath('measures'));
  return { measure: { ...toMeasure(id, spec, versions, extracts), isLocal }, queries, problems };
}

function toMeasure(
  id: string,
  spec: MetadataSpec,
  versions: readonly MeasureVersion[],
  extracts: readonly ExtractDefinition[],
): Measure {
  return {
    id,
    area: spec.area,
    name: spec.name,
    kind: spec.kind,
    counts: spec.counts,
    of: spec.of,
    datedBy: spec.dated_by,
    window: spec.window ?? 0,
    history: spec.history ?? 0,
    pooled: spec.pooled,
    distinct: spec.distinct,
    divisor: spec.divisor,
    firstAsked: spec.first_asked,
    startedBy: spec.started_by ?? '',
    endedBy: spec.ended_by ?? '',
    polarity: spec.polarity,
    unit: spec.unit,
    decimals: spec.decimals,
    disclosure: spec.disclosure,
    national: spec.national,
    nationalNote: spec.national_note,
    source: spec.source,
    guide: spec.guide,
    unsettled: spec.unsettled,
    category: spec.category ? toCategory(spec.category, extracts) : null,
    statement: toStatement(id, spec),
    rate: spec.rate,
    judged: spec.judged,
    needs: spec.needs,
    versions,
  };
}

/** A council's own measure may leave it out: it is then named, stands for itself and has a middling weight. */
function toStatement(id: string, { name, statement }: MetadataSpec): MeasureStatement {
  if (statement) return { ...statement, base: statement.base ?? [] };
  return {
    said: `${name}: #`,
    topic: id,
    weight: USUAL_WEIGHT,
    reason: 'Its description gives no weight.',
    base: [],
  };
}

function toCategory(
  levels: NonNullable<MetadataSpec['category']>,
  extracts: readonly ExtractDefinition[],
): Category {
  const codes = levels.map(({ codes: given = [] }) => {
    if (typeof given !== 'string') return given;
    const [extract, column] = given.split('.');
    const found = extracts.find(each => each.name === extract)?.columns.find(each => each.name === column);
    return found?.codes ?? [];
  });
  return { titles: levels.map(each => each.title), codes };
}
