import { readFileSync } from 'node:fs';
import type { ExtractDefinition } from '../../src/extracts/definitions.js';
import type { Layout } from '../../src/extracts/layouts/layout.js';
import { limitsOf } from '../../src/extracts/layouts/limits.js';
import type { Measure } from '../../src/measures/measure.js';
import { areasOf } from '../../src/packs/areas.js';
import { toolPath } from '../../src/tool-folder.js';
import { code, escapeMarkdown, link } from '../markdown.js';
import { answerOf, plain } from './answer.js';

/** docs/layouts.md: the layouts that files may be in, and what each measure can have from them. */

export function layoutsPage(
  layouts: readonly Layout[],
  measures: readonly Measure[],
  definitions: readonly ExtractDefinition[],
): string {
  const sections = [
    '# Layouts',
    introduction(layouts),
    OWN,
    '## What each measure has',
    legend(layouts, measures),
    ...areasOf(measures).map(area => `### ${escapeMarkdown(area.name)}\n\n${table(area.measures, layouts)}`),
    ...layouts.map(layout => given(layout, definitions)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction(layouts: readonly Layout[]): string {
  const known = layouts.map(
    ({ id, title, file }) => `- ${code(id)}: ${escapeMarkdown(title)} (${link(file, `../${file}`)})`,
  );
  return `<!-- Written by npm run docs from reference/layouts/ and measures/. Changes made here are lost. -->

A layout says how the files of a source give our extracts. Beside our own, whose headings stand in
[reference/extracts.csv](../reference/extracts.csv), the tool has:

${known.join('\n')}

Put the files into \`extracts/\` as they are: which layout a file is in is told from its headings, and from its name where
they leave a doubt. Files of several layouts may stand side by side. An extract that is there in our own layout is read
from that; one that is there in several others has to be settled in \`scorecard.yml\`:

\`\`\`yaml
extracts:
  contacts: { layout: ssd-mosaic }
\`\`\`

What a layout cannot give is "no data", with the reason: nothing is made up. An extract that lists only so many months is
complete from so many months before \`extracted_on\`, unless \`covers_from\` says otherwise for it.`;
}

const OWN = `## A layout of your own

A YAML file in \`layouts/\` of the workspace is a layout with the same power; its name is the file's. One that stands under
the name of the tool's takes its place. Every key is described in
[src/extracts/layouts/layout.ts](../src/extracts/layouts/layout.ts). A short one changes what another says:

\`\`\`yaml
# layouts/our-ssd.yml
title: The Standard Safeguarding Dataset with our dates
like: ssd-mosaic
dates: DD/MM/YYYY
\`\`\`

A full one names its sources by their headings and says what each extract takes from them:

\`\`\`yaml
${readFileSync(toolPath('scripts', 'layouts-page', 'nightly.yml'), 'utf8')}\`\`\`

Expressions are DuckDB's SQL over the headings, each a text, empty cells NULL; what they give is read as a cell of the file
would be. \`rows\` may be a whole SELECT over the sources that the entry names in \`from\` and \`with\`; it keeps
\`source_file\` and \`source_line\`, by which faults are told. Nothing but these sources can be asked.

A source that lacks the records of a measure may have counted its answer for each row. \`stands_for\` names the measure and
says when a case meets what it asks; the cases themselves are listed by the measure as ever, and the notes of a pack say that
the source has counted:

\`\`\`yaml
    stands_for:
      re-referrals:
        met: TRY_CAST("Earlier referrals" AS INTEGER) >= 1
        note: the nightly export counts the referrals of the 12 months before each
\`\`\``;

function legend(layouts: readonly Layout[], measures: readonly Measure[]): string {
  const counts = layouts.map(layout => {
    const answers = measures.map(measure => answerOf(measure, layout).answer);
    const count = (answer: string) => answers.filter(each => each === answer).length;
    return `- ${code(layout.id)}: ${count('yes')} yes, ${count('partly')} partly, ${count('no')} no`;
  });
  return `Of the ${measures.length} measures our own layout can give every one. The others, where all of their files are there:

${counts.join('\n')}`;
}

function table(measures: readonly Measure[], layouts: readonly Layout[]): string {
  const rows = measures.map(measure => {
    const answers = layouts.map(layout => {
      const { answer, why } = answerOf(measure, layout);
      return why === '' ? answer : `${answer}: ${escapeMarkdown(why)}`;
    });
    return [link(measure.name, `measures.md#measure-${measure.id}`), ...answers];
  });
  return markdownTable(['Measure', ...layouts.map(({ id }) => code(id))], rows);
}

function given(layout: Layout, definitions: readonly ExtractDefinition[]): string {
  const rows = definitions.flatMap(({ name, columns }) => {
    const parts = layout.gives.filter(({ extract }) => extract === name);
    if (parts.length === 0) return [];
    const sources = [...new Set(parts.map(({ from }) => from))].map(code).join(', ');
    const has = columns.filter(column => parts.some(part => column.name in part.columns));
    const { lookBackMonths } = limitsOf({ parts });
    const months = lookBackMonths === undefined ? 'all' : `${lookBackMonths} months`;
    return [[code(name), sources, has.map(column => code(column.name)).join(', '), months]];
  });
  const without = Object.entries(layout.without).map(
    ([name, reason]) => `- ${escapeMarkdown(plain(name).replace('.', ': '))}: ${escapeMarkdown(reason)}`,
  );
  return [
    `## ${escapeMarkdown(layout.title)}`,
    markdownTable(['Extract', 'From', 'Columns', 'Goes back'], rows),
    'What it cannot give:',
    without.join('\n'),
  ].join('\n\n');
}

function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
