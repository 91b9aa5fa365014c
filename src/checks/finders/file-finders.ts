import { sqlName, sqlText } from '../../extracts/database.js';
import { headingOf, plain, readHeadings } from '../../extracts/headings.js';
import { repeatedTable } from '../../extracts/odd-values.js';
import { keyColumns, rowKeySql } from '../../extracts/row-key.js';
import { writtenAs } from '../../extracts/sources/extract-sources.js';
import { nearest } from '../../nearest.js';
import { headingLine } from '../../table-files.js';
import type { CheckContext, CheckedExtract } from '../context.js';
import type { RowQuery } from '../row-query.js';
import type { Hit } from '../rule.js';

/** What is odd about files as wholes, and rows that stand in them more than once. */

/** More than this is no longer a matter of single slips: the reader of a figure would be misled. */
const MOST_LEFT_OUT = 0.05;
/** Fewer are told by their lines, and are a share of a small file by chance. */
const FEWEST_LEFT_OUT = 5;

export function manyRowsLeftOut(context: CheckContext): Hit[] {
  return context.loaded.flatMap(({ name, files }) =>
    files
      .filter(
        ({ rowsRead, rowsLeftOut }) =>
          rowsRead > 0 &&
          rowsLeftOut >= FEWEST_LEFT_OUT &&
          rowsLeftOut > (rowsRead + rowsLeftOut) * MOST_LEFT_OUT,
      )
      .map(({ file, rowsRead, rowsLeftOut }) => {
        const detail = `${rowsLeftOut} of the ${rowsRead + rowsLeftOut} rows of ${file} could not be read and are not counted.`;
        return fileHit('many-rows-left-out', name, file, detail);
      }),
  );
}

/** A heading that no column takes, and that is nearly the name of a column which the file lacks. */
export function misspeltHeadings(context: CheckContext): Hit[] {
  // A layout of others knows its headings itself, and leaves out what it has no use for.
  const ours = context.extracts.filter(({ loaded }) => !loaded.through);
  return ours.flatMap(({ definition, layout: declared, loaded }) =>
    loaded.files.flatMap(({ file, text }) => {
      const layout = writtenAs(file, declared);
      const { names, positions } = readHeadings(text, file, definition, layout, layout.encoding);
      const taken = new Set([...positions.values()].map(position => plain(names[position] ?? '')));
      const wanting = definition.columns.filter(({ name }) => !positions.has(name));
      return names
        .filter(name => name.trim() !== '' && !taken.has(plain(name)))
        .flatMap(name => {
          const meant = nearest(
            plain(name),
            wanting.map(column => headingOf(column, layout)),
          );
          const column = wanting.find(each => headingOf(each, layout) === meant);
          if (!column) return [];
          const detail = `The heading "${name.slice(0, 40)}" of ${file} is not read. Did you mean "${column.name}"?`;
          const hit = fileHit('misspelt-heading', definition.name, file, detail);
          return [{ ...hit, ...headingLine(file), value: name }];
        });
    }),
  );
}

function fileHit(rule: string, extract: string, file: string, detail: string): Hit {
  return { rule, extract, column: '', value: '', rowKey: '', file, detail };
}

/** Rows equal to the letter are read once, and what they were is kept beside. */
export function repeatedRows(context: CheckContext): RowQuery[] {
  return withRepeats(context, 'repeated-row').map(({ definition }) => ({
    extract: definition.name,
    parts: [
      {
        rowKey: 'row_key',
        column: '',
        from: `${sqlName(repeatedTable(definition.name))}, generate_series(1, rows - variants)`,
        where: 'rows > variants',
      },
    ],
  }));
}

export function repeatedKeys(context: CheckContext): RowQuery[] {
  const known = withRepeats(context, 'repeated-key').map(({ definition }) => ({
    extract: definition.name,
    parts: [
      {
        rowKey: 'row_key',
        column: keyColumns(definition)[0]?.name ?? '',
        from: `${sqlName(repeatedTable(definition.name))}, generate_series(1, variants - 1)`,
        where: "variants > 1 AND NOT starts_with(row_key, '#')",
      },
    ],
  }));
  return [...known, ...repeatsWithoutKey(context)];
}

function withRepeats(context: CheckContext, rule: string): CheckedExtract[] {
  return context.extracts.filter(({ loaded }) => loaded.problems.some(problem => problem.rule === rule));
}

/** Figures that arrive as figures have a rule of their own. */
const NOT_CASES = 'manual_returns';

/** Where no column is an id, a row is known by all that it must have: a care leaver by person and day. */
function repeatsWithoutKey(context: CheckContext): RowQuery[] {
  return context.extracts
    .filter(({ definition: { name, columns } }) => name !== NOT_CASES && !columns.some(({ isKey }) => isKey))
    .map(({ definition }) => ({
      extract: definition.name,
      parts: [
        {
          rowKey: 'row_key',
          column: keyColumns(definition)[0]?.name ?? '',
          from: `(
            SELECT ${rowKeySql(definition)} AS row_key, row_number() OVER (PARTITION BY ${rowKeySql(definition)}) AS number
            FROM ${sqlName(definition.name)}
          )`,
          where: `number > 1 AND row_key <> ${sqlText('')}`,
        },
      ],
    }));
}
