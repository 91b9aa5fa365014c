import { type Database, sqlName, sqlText } from '../extracts/database.js';
import type { ExtractDefinition } from '../extracts/definitions.js';
import { caseQueries } from './cases.js';
import type { Measure } from './measure.js';

/** The cases behind a figure, one by one, each with the dates that decided it. */

export type Standing = 'not met' | 'met' | 'counted' | 'not yet due' | 'not judged';

export interface ListedCase {
  readonly record: string;
  readonly person: string;
  readonly month: string;
  readonly team: string;
  readonly category1: string;
  readonly category2: string;
  readonly standing: Standing;
  /** YYYY-MM-DD, as all dates here; '' where there is none. */
  readonly eventOn: string;
  readonly limitOn: string;
  readonly amount: number | null;
  readonly weight: number;
  /** Why it is not judged; '' where it is, or the query does not say. */
  readonly notJudged: string;
  /** The dates of its record that the measure needs, in the order of `dateNames`. */
  readonly dates: readonly string[];
  /**
   * Of a case that missed its limit: working days from the limit to the day on which it was done, or to `asAt` where
   * nothing is recorded; 0 where it was done later on the last day. null where it missed none.
   */
  readonly workingDaysLate: number | null;
  /** Whether it missed its limit and nothing is recorded since. */
  readonly isStillOpen: boolean;
}

export interface CaseList {
  /** "completed_at": columns of the record's extract. */
  readonly dateNames: readonly string[];
  /** Those that call for a look first, longest late first; not yet due and not judged last. */
  readonly cases: readonly ListedCase[];
}

export interface CaseSpan {
  /** Months, inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Only of what should be many is a case that is not among them one that missed something. */
export function isStandard({ polarity }: Pick<Measure, 'polarity'>): boolean {
  return polarity === 'higher';
}

/** What calls for a look first: of what should be few, the cases that are counted. */
export function standingsInOrder(measure: Pick<Measure, 'polarity'>): readonly Standing[] {
  const judged: Standing[] = isStandard(measure) ? ['not met', 'met'] : ['met', 'not met'];
  return [...judged, 'counted', 'not yet due', 'not judged'];
}

/** @param judged whether a case is judged, as an expression over its row · @param asAt YYYY-MM-DD */
export async function listCases(
  database: Database,
  measure: Measure,
  { from, to }: CaseSpan,
  definitions: readonly ExtractDefinition[],
  judged: string,
  asAt: string,
): Promise<CaseList> {
  const { queries } = await caseQueries(database, measure, from);
  const months = `month BETWEEN ${sqlText(from)} AND ${sqlText(to)}`;
  const union = queries.map(({ sql }) => `SELECT * FROM (${sql}\n) WHERE ${months}`).join('\nUNION ALL\n');
  const source = await sourceOf(database, measure, definitions, union);
  const dates = source.dates.map(name => `source.${sqlName(name)}`);
  const join =
    source.extract === '' ? '' : `LEFT JOIN source ON source.${sqlName(source.key)} = cases.record_id`;
  // A record that stands twice in its extract is a finding of check; a list must not say the case twice.
  const table = `source AS (FROM ${sqlName(source.extract)} QUALIFY row_number() OVER (PARTITION BY ${sqlName(source.key)}) = 1)`;
  const rows = await database.rows<Row>(`
    WITH cases AS (${union}
    )${source.extract === '' ? '' : `, ${table}`},
    listed AS (
      SELECT record_id AS record, coalesce(cases.person_id, '') AS person, month, coalesce(cases.team, '') AS team,
        coalesce(category_1, '') AS category1, coalesce(category_2, '') AS category2,
        CASE
          WHEN not_yet_due THEN 'not yet due'
          WHEN NOT (${judged}) THEN 'not judged'
          ${measure.kind === 'ratio' ? "WHEN met THEN 'met' ELSE 'not met'" : "ELSE 'counted'"}
        END AS standing,
        event_on, limit_on, CAST(amount AS DOUBLE) AS amount, CAST(weight AS DOUBLE) AS weight,
        coalesce(not_judged, '') AS "notJudged",
        [${dates.map(date => `CAST(${date} AS VARCHAR)`).join(', ')}]::VARCHAR[] AS dates,
        CAST(list_max([${dates.map(date => `CAST(${date} AS TIMESTAMP)`).join(', ')}]::TIMESTAMP[]) AS DATE) AS last_on,
        ${dates.length === 0 ? 'false' : dates.map(date => `${date} IS NULL`).join(' OR ')} AS lacks_date
      FROM cases ${join}
    )
    SELECT listed.* EXCLUDE (event_on, limit_on, dates, last_on, lacks_date),
      coalesce(CAST(event_on AS VARCHAR), '') AS "eventOn", coalesce(CAST(limit_on AS VARCHAR), '') AS "limitOn",
      array_to_string(list_transform(dates, date -> coalesce(left(date, 16), '')), '|') AS dates,
      standing = 'not met' AND limit_on IS NOT NULL AND last_on IS NOT NULL AND last_on <= limit_on AND lacks_date AS "isStillOpen",
      CASE WHEN standing = 'not met' AND limit_on IS NOT NULL THEN
        (SELECT working_days_so_far FROM calendar WHERE day = CASE
          WHEN last_on > limit_on THEN last_on
          WHEN lacks_date OR last_on IS NULL THEN greatest(limit_on, DATE ${sqlText(asAt)})
          ELSE limit_on END)
        - (SELECT working_days_so_far FROM calendar WHERE day = limit_on)
      END AS "workingDaysLate"
    FROM listed
    ORDER BY list_position([${standingsInOrder(measure).map(sqlText).join(', ')}], standing), "workingDaysLate" DESC NULLS LAST, limit_on, event_on, record`);
  return {
    dateNames: source.dates,
    cases: rows.map(row => ({ ...row, dates: source.dates.length === 0 ? [] : row.dates.split('|') })),
  };
}

type Row = Omit<ListedCase, 'dates'> & { dates: string } & Record<string, string | number | boolean | null>;

interface Source {
  /** '' where no extract of the measure has these records. */
  readonly extract: string;
  readonly key: string;
  readonly dates: readonly string[];
}

/** The extract whose rows the cases are, with those of its dates that the measure needs. */
async function sourceOf(
  database: Database,
  measure: Measure,
  definitions: readonly ExtractDefinition[],
  cases: string,
): Promise<Source> {
  for (const [extract, needed] of Object.entries(measure.needs)) {
    const definition = definitions.find(({ name }) => name === extract);
    const keys = definition?.columns.filter(column => column.isKey) ?? [];
    const [key] = keys;
    if (!definition || !key || keys.length !== 1) continue;
    const [found] = await database.rows<{ others: number }>(
      `SELECT CAST(count(*) AS INTEGER) AS others FROM (${cases}\n) WHERE record_id NOT IN (SELECT ${sqlName(key.name)} FROM ${sqlName(extract)} WHERE ${sqlName(key.name)} IS NOT NULL)`,
    );
    if (found?.others !== 0) continue;
    const dates = definition.columns
      .filter(({ name, type, isPrivate }) => needed.includes(name) && !isPrivate && /^date/.test(type))
      .map(({ name }) => name);
    return { extract, key: key.name, dates };
  }
  return { extract: '', key: '', dates: [] };
}
