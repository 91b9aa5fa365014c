import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../problems.js';
import { checkYaml } from '../yaml-file.js';
import { type Plan, planSchema } from './plan.js';

/** The plans of a workspace, in the order of their names. */

const PLANS = 'plans';
const ENDING = '.yml';

/** @param read gives a file's text, or null where it has told why not */
export function readPlans(
  folder: string,
  read: (file: string) => string | null,
): { plans: readonly Plan[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const plans = planFiles(folder).flatMap(name => {
    const file = `${PLANS}/${name}`;
    const id = name.slice(0, -ENDING.length);
    // It names files of the pack.
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      const message = 'Name the file in small letters, digits and hyphens: its documents are named after it.';
      problems.push({ severity: 'error', rule: 'plan-name', message, place: { file } });
      return [];
    }
    const text = read(file);
    if (text === null) return [];
    const checked = checkYaml(file, text, planSchema);
    problems.push(...checked.problems);
    const lineOf = checked.lineOf ?? (() => 1);
    return checked.value ? [{ ...checked.value, id, file, lineOf }] : [];
  });
  return { plans, problems };
}

function planFiles(folder: string): string[] {
  const path = join(folder, PLANS);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter(name => name.endsWith(ENDING))
    .sort();
}
