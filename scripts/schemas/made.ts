import { z } from 'zod';
import { layoutSchema } from '../../src/extracts/layouts/layout.js';
import { metadataSchema } from '../../src/measures/metadata.js';
import { frontMatterSchema } from '../../src/narrative/commentary-file.js';
import { evaluationSchema } from '../../src/narrative/self-evaluation.js';
import { manifestSchema } from '../../src/packs/manifest.js';
import { toolPath } from '../../src/tool-folder.js';
import { glossaryRow } from '../../src/workspace/glossary-table.js';
import {
  actionRow,
  comparatorRow,
  judgementRow,
  populationRow,
  targetRow,
  teamRow,
} from '../../src/workspace/hand-kept.js';
import { planSchema } from '../../src/workspace/plans/plan.js';
import { settingsSchema } from '../../src/workspace/settings.js';

/**
 * JSON Schema for every file that a workspace keeps by hand, made from what the tool itself checks with, so that an
 * editor marks a slip as it is typed. What no schema can say (a measure that does not exist) is told by `check`.
 */

interface WorkspaceFile {
  /** Of the schema's file: schemas/<name>.schema.json. */
  readonly name: string;
  /** Which files of a workspace it is for. */
  readonly files: string;
  readonly about: string;
  readonly schema: z.ZodType;
}

export const workspaceFiles: readonly WorkspaceFile[] = [
  { name: 'scorecard', files: 'scorecard.yml', about: 'The settings of a workspace', schema: settingsSchema },
  { name: 'targets', files: 'targets.csv', about: 'A row of the targets', schema: targetRow },
  { name: 'comparators', files: 'comparators.csv', about: 'A row of the comparators', schema: comparatorRow },
  { name: 'judgements', files: 'judgements.csv', about: "A row of people's ratings", schema: judgementRow },
  { name: 'populations', files: 'populations.csv', about: 'A row of the populations', schema: populationRow },
  { name: 'teams', files: 'teams.csv', about: 'A row of the teams', schema: teamRow },
  { name: 'actions', files: 'actions.csv', about: 'A row of the priority actions', schema: actionRow },
  { name: 'glossary', files: 'glossary.csv', about: 'A row of the glossary', schema: glossaryRow },
  { name: 'plan', files: 'plans/*.yml', about: 'A plan', schema: planSchema },
  {
    name: 'commentary',
    files: 'commentary/YYYY-MM.md',
    about: 'The lines between --- at the top of a commentary',
    schema: frontMatterSchema,
  },
  {
    name: 'self-evaluation',
    files: 'self-evaluation/YYYY-MM/*.md',
    about: 'The lines between --- at the top of a self-evaluation',
    schema: evaluationSchema,
  },
  { name: 'measure', files: 'measures/**/*.yml', about: 'What a measure is', schema: metadataSchema },
  { name: 'layout', files: 'layouts/*.yml', about: 'A layout of extracts', schema: layoutSchema },
  { name: 'pack', files: 'templates/packs/*/pack.yml', about: 'What a pack is', schema: manifestSchema },
];

export function schemaFile(name: string): string {
  return toolPath('schemas', `${name}.schema.json`);
}

/** The text of the file, the same for the same schema. */
export function schemaNow({ about, files, schema }: WorkspaceFile): string {
  // What a person writes, before defaults are filled in; a rule that JSON Schema has no words for is left to the tool.
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const { $schema, ...rest } = made;
  return `${JSON.stringify({ $schema, title: about, $comment: `For ${files}`, ...rest }, null, 2)}\n`;
}
