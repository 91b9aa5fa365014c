import { sqlName, sqlText } from '../../extracts/database.js';
import { rowKeySql } from '../../extracts/row-key.js';
import { missingInput } from '../../figures/availability.js';
import { caseQueries } from '../../measures/cases.js';
import type { Measure } from '../../measures/measure.js';
import type { CheckContext } from '../context.js';
import type { Hit } from '../rule.js';

/** Cases of the month that lack what their standard needs, as the measures themselves tell. */

export async function notJudged(context: CheckContext): Promise<Hit[]> {
  const measures = context.measures.filter(
    measure =>
      measure.versions.some(({ sql }) => sql.includes('not_judged')) &&
      missingInput(measure, context.loaded) === '',
  );
  const found = await context.database.spread(measures, async (database, measure) => {
    const { queries } = await caseQueries(database, measure, context.month);
    const hits: Hit[] = [];
    for (const { sql } of queries) {
      // A query that cannot run is told when the figures are worked out.
      const rows = await database
        .rows<{ record_id: string; not_judged: string }>(
          `SELECT record_id, not_judged FROM (${sql}) WHERE not_judged IS NOT NULL AND month = ${sqlText(context.month)}`,
        )
        .catch(() => []);
      const extract = rows[0] ? await extractOf(context, measure, rows[0].record_id) : '';
      hits.push(
        ...rows.map(row => ({
          rule: 'not-judged',
          extract,
          column: '',
          value: measure.name,
          rowKey: row.record_id,
          detail: `Not judged: ${row.not_judged}.`,
          measures: [measure.id],
        })),
      );
    }
    return hits;
  });
  return found.flat();
}

/** The extract among those of the measure that has a row of this id. */
async function extractOf(
  { database, extracts }: CheckContext,
  measure: Measure,
  record: string,
): Promise<string> {
  for (const name of Object.keys(measure.needs)) {
    const definition = extracts.find(each => each.definition.name === name)?.definition;
    if (!definition) continue;
    const [row] = await database.rows(
      `SELECT 1 AS found FROM ${sqlName(name)} WHERE ${rowKeySql(definition)} = ${sqlText(record)} LIMIT 1`,
    );
    if (row) return name;
  }
  return '';
}
