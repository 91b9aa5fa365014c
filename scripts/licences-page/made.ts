import { toolPath } from '../../src/tool-folder.js';
import { lockedPackages } from './lock-file.js';
import { licencesPage } from './page.js';

/** Where the page stands, and what it is to hold now: written by the script, compared by its test. */

export const pageFile = toolPath('docs', 'licences.md');

export function pageNow(): string {
  return licencesPage(lockedPackages());
}
