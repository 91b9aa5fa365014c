import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readLayouts } from '../../src/extracts/layouts/library.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { layoutsPage } from './page.js';

/** Where the page stands, and what it is to hold now: written by the script, compared by its test. */

export const pageFile = toolPath('docs', 'layouts.md');

/** @throws UserError 2 when a layout or a description is faulty, since the page would be wrong */
export function pageNow(): string {
  const definitions = readExtractDefinitions();
  const { layouts, problems } = readLayouts(definitions);
  const catalogue = readCatalogue([toolPath('measures')], definitions);
  const errors = [...problems, ...catalogue.problems].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UserError(2, errors);
  return layoutsPage(layouts, catalogue.measures, definitions);
}
