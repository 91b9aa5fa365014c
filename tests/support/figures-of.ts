import { join } from 'node:path';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { type WorkedOut, workOutFigures } from '../../src/figures/work-out.js';
import { readBankHolidays } from '../../src/measures/calendar.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { toolPath } from '../../src/tool-folder.js';
import { openWorkspace } from '../../src/workspace/workspace.js';

/** Every figure of a workspace on disk. @param measures only these, where given */
export async function figuresOf(
  folder: string,
  month: string,
  measures?: readonly string[],
): Promise<WorkedOut & { set: FigureSet }> {
  const definitions = readExtractDefinitions();
  const everything = readCatalogue([toolPath('measures'), join(folder, 'measures')], definitions);
  const chosen = everything.measures.filter(measure => measures?.includes(measure.id) ?? true);
  const { workspace, problems } = openWorkspace(folder);
  if (!workspace) throw new Error(problems.map(problem => problem.message).join('\n'));
  const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');
  const workedOut = await workOutFigures({
    workspace,
    catalogue: { ...everything, measures: chosen },
    definitions,
    holidays,
    month,
  });
  return { ...workedOut, set: new FigureSet(workedOut.figures) };
}

export function workspacePath(name: string): string {
  return toolPath('tests', 'workspaces', name);
}
