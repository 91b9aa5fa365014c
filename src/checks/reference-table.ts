import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { toolPath } from '../tool-folder.js';

/** A table of reference/ that rules are made from. It comes with the tool: a fault in it is a bug of ours and throws. */
export function referenceTable<Row extends z.ZodObject>(name: string, row: Row): z.output<Row>[] {
  const text = readFileSync(toolPath('reference', `${name}.csv`), 'utf8');
  return z.array(row).parse(parse(text, { columns: true }));
}
