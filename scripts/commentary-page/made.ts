import { toolPath } from '../../src/tool-folder.js';
import { commentaryPage } from './page.js';

/** Where the page stands, and what it is to hold now: written by the script, compared by its test. */

export const pageFile = toolPath('docs', 'commentary.md');

export function pageNow(): string {
  return commentaryPage();
}
