import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { filesBelow } from '../files.js';
import { type Problem, UserError } from '../problems.js';
import { checkYaml } from '../workspace/yaml-file.js';

/** The lists of what is due: a query each, which says what is owed and by when, in the words of its `.yml`. */
export interface List {
  readonly id: string;
  readonly name: string;
  /** Extract names with the columns without which it cannot be made. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly sql: string;
  readonly file: string;
}

const schema = z.strictObject({
  name: z.string().min(1),
  needs: z.record(z.string(), z.array(z.string())),
});

/**
 * In the order of their file names. @param folders lists/ of the tool, then of the workspace, whose files stand in for those
 * of the same name · @throws UserError 2 with every fault of their descriptions
 */
export function readLists(folders: readonly string[]): List[] {
  const found = new Map<string, List>();
  const problems: Problem[] = [];
  for (const folder of folders.filter(existsSync)) {
    for (const file of filesBelow(folder).filter(name => name.endsWith('.yml'))) {
      const id = basename(file, '.yml');
      const sqlFile = join(folder, `${id}.sql`);
      const checked = checkYaml(`lists/${file}`, readFileSync(join(folder, file), 'utf8'), schema);
      problems.push(...checked.problems);
      if (!existsSync(sqlFile)) problems.push(withoutQuery(file));
      else if (checked.value)
        found.set(id, { id, ...checked.value, sql: readFileSync(sqlFile, 'utf8'), file: `lists/${id}.sql` });
    }
  }
  if (problems.length > 0) throw new UserError(2, problems);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function withoutQuery(file: string): Problem {
  const message = `There is no ${file.replace('.yml', '.sql')} beside this description. Add the query, or take this away.`;
  return { severity: 'error', rule: 'no-query', message, place: { file: `lists/${file}` } };
}
