import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { toolPath } from '../tool-folder.js';
import { checkYaml } from '../workspace/yaml-file.js';
import type { Rule, RuleSource } from './rule.js';

/** Every rule, from checks/. They come with the tool, so a fault in one is a bug of ours and throws a plain error. */

const schema = z.strictObject({
  title: z.string().min(1),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string().min(1),
  what_to_do: z.string().min(1),
  why: z.string().min(1),
  /** reading · sql · the name of what makes its queries */
  finds: z.string().min(1),
  /** Tables of reference/ that the queries are made from. */
  tables: z.array(z.string()).default([]),
  /** Rules whose findings in the same extract would only follow from this one. */
  explains: z.array(z.string()).default([]),
  /** The extract at fault: what is found in several others is one finding of it. `named`: the one that the column names. */
  mended_in: z.string().default(''),
  /** What it finds changes no figure, or none that a pack shows. */
  figures_stand: z.boolean().default(false),
  /** Of a query of its own: where the rows that it returns stand. */
  extract: z.string().default(''),
  column: z.string().default(''),
});

/** By id. */
export function readRules(folder: string = toolPath('checks')): Rule[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yml'))
    .sort()
    .map(name => readRule(folder, name));
}

function readRule(folder: string, name: string): Rule {
  const { value, problems } = checkYaml(`checks/${name}`, readFileSync(join(folder, name), 'utf8'), schema);
  if (!value) throw new Error(problems.map(problem => `${name}: ${problem.message}`).join('\n'));
  const {
    title,
    severity,
    message,
    what_to_do: whatToDo,
    why,
    explains,
    figures_stand: figuresStand,
    mended_in: mendedIn,
  } = value;
  const id = name.slice(0, -'.yml'.length);
  const finds = sourceOf(folder, id, value);
  return { id, title, severity, message, whatToDo, why, explains, mendedIn, figuresStand, finds };
}

function sourceOf(folder: string, id: string, spec: z.infer<typeof schema>): RuleSource {
  const query = join(folder, `${id}.sql`);
  if (existsSync(query) !== (spec.finds === 'sql')) throw new Error(`checks/${id}: finds and files disagree`);
  if (spec.finds === 'reading') return { kind: 'reading' };
  if (spec.finds !== 'sql') return { kind: 'finder', name: spec.finds, tables: spec.tables };
  const { extract, column } = spec;
  if (extract === '') throw new Error(`checks/${id}.yml names no extract`);
  return { kind: 'sql', extract, column, sql: readFileSync(query, 'utf8'), file: `checks/${id}.sql` };
}
