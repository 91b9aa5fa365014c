import type { Rule } from '../../src/checks/rule.js';
import { code, escapeMarkdown, link } from '../markdown.js';

/** docs/checks.md: every rule for readers, from checks/ and nothing else. */

const GRADES = {
  error: ['Errors', 'A figure would be wrong. `build` stops at them.'],
  warning: ['Warnings', 'A figure may be wrong. With `--strict` they stop a run too.'],
  note: ['Notes', 'Figures stand; somebody should know.'],
} as const;

export function checksPage(rules: readonly Rule[]): string {
  const sections = (['error', 'warning', 'note'] as const).flatMap(severity => {
    const [title, meaning] = GRADES[severity];
    return [`## ${title}\n\n${meaning}`, ...rules.filter(rule => rule.severity === severity).map(section)];
  });
  return `${['# Checks', introduction(rules.length), ...sections].join('\n\n')}\n`;
}

function introduction(count: number): string {
  return `<!-- Written by npm run docs from checks/. Changes made here are lost. -->

The ${count} rules of \`scorecard check\`. What each one says and asks stands in the \`.yml\` of its name in \`checks/\`, and in
the SQL beside it where it has a query of its own; this page is made from those files.

A rule that weighs otherwise in your council is graded anew in \`scorecard.yml\`, with a reason, which is printed with
whatever it finds:

\`\`\`yaml
checks:
  overlapping-records: { severity: note, reason: 'Plans of two teams are recorded side by side until May 2021' }
\`\`\``;
}

function section(rule: Rule): string {
  return `### ${escapeMarkdown(rule.title)}

- Rule: ${code(rule.id)}
- Says: ${code(rule.message)}
- Why it matters: ${escapeMarkdown(rule.why)}
- What to do: ${escapeMarkdown(rule.whatToDo)}
- Found: ${foundBy(rule)}`;
}

function foundBy({ finds }: Rule): string {
  switch (finds.kind) {
    case 'reading':
      return 'while files are found and read';
    case 'sql':
      return `in ${code(finds.extract)}, by ${link(finds.file, `../${finds.file}`)}`;
    case 'finder': {
      const tables = finds.tables.map(name => link(`reference/${name}.csv`, `../reference/${name}.csv`));
      return tables.length === 0
        ? 'in every extract, by the columns that it has'
        : `in the extracts and columns of ${tables.join(', ')}`;
    }
  }
}
