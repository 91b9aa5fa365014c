import { readRules } from '../../src/checks/rules.js';
import { toolPath } from '../../src/tool-folder.js';
import { checksPage } from './page.js';

/** Where the page stands, and what it is to hold now: written by the script, compared by its test. */

export const pageFile = toolPath('docs', 'checks.md');

export function pageNow(): string {
  return checksPage(readRules());
}
