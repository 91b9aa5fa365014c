import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('../check-pack.mjs').Check} Check */

/** One of each kind: ratio, repeat, working days, snapshot, categories, long history, staff, average. */
const MEASURES = [
  'contacts-mash-24h',
  're-referrals',
  's47-in-15-days',
  'cp-plans-open',
  'cp-plans-by-category',
  'placements-long-term-stable',
  'posts-agency',
  'adoption-care-to-order',
];

/**
 * @param {string} folder
 * @param {Check} check
 */
export function checkFiles(folder, check) {
  for (const name of ['figures.json', 'run.json', 'run.log.json']) {
    check(`${name} is there and is JSON`, isJson(path.join(folder, name)));
  }
  const file = path.join(folder, 'figures.csv');
  check('figures.csv is there', existsSync(file));
  const rows = existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : [];
  // The measure is the first column, and its ids need no quotes.
  check('figures.csv begins with the measure', /^measure,/.test(rows[0] ?? ''), rows[0]);
  const ids = new Set(rows.slice(1).map(row => row.split(',')[0]));
  for (const id of MEASURES) check(`figures.csv has ${id}`, ids.has(id));
}

/** @param {string} file */
function isJson(file) {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return true;
  } catch {
    return false;
  }
}
