import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { readLayouts } from '../../src/extracts/layouts/library.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { cataloguePage } from './page.js';
import { readExamples } from './worked-example.js';

/** Where the page stands, and what it is to hold now: written by the script, compared by its test. */

export const pageFile = toolPath('docs', 'measures.md');

/** @throws UserError 2 when a description is faulty, since its measure would silently be left out */
export function pageNow(): string {
  const definitions = readExtractDefinitions();
  const { measures, problems } = readCatalogue([toolPath('measures')], definitions);
  const { layouts, problems: ofLayouts } = readLayouts(definitions);
  const errors = [...problems, ...ofLayouts].filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new UserError(2, errors);
  return cataloguePage(measures, { layouts, exampleOf: readExamples() });
}
