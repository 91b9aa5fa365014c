import { basename } from 'node:path';
import { monthsInWords } from '../../src/cli/catalogue-entry.js';
import type { Layout } from '../../src/extracts/layouts/layout.js';
import { isSnapshot, type Measure } from '../../src/measures/measure.js';
import { areaAnchor, areasOf, measureAnchor } from '../../src/packs/areas.js';
import { answerOf } from '../layouts-page/answer.js';
import { code, escapeMarkdown, link } from '../markdown.js';
import type { ExampleOf } from './worked-example.js';

/** docs/measures.md: the catalogue for readers, from the descriptions beside the SQL and nothing else. */

const POLARITY = {
  higher: 'higher is better',
  lower: 'lower is better',
  target: 'towards its target is better',
  none: 'neither higher nor lower is better',
} as const;

const DISCLOSURE = {
  attribute: 'attribute: about a child, so small numbers are not for publication',
  process: "process: the council's own timeliness, so the percentage may stand without its counts",
  none: 'none: not about children',
} as const;

const NATIONAL = {
  same: 'same: national comparators use this definition',
  near: 'near: national comparators use a like definition',
  none: 'none: there are no national comparators on this definition',
} as const;

/** What stands beside the descriptions: the layouts that could give a measure, and an example of it. */
export interface BesideMeasures {
  readonly layouts: readonly Layout[];
  readonly exampleOf: ExampleOf;
}

const NOTHING: BesideMeasures = { layouts: [], exampleOf: () => '' };

export function cataloguePage(measures: readonly Measure[], beside = NOTHING): string {
  const areas = areasOf(measures);
  const contents = areas.flatMap(area => [
    `- ${link(area.name, `#${areaAnchor(area.name)}`)}`,
    ...area.measures.map(({ id, name }) => `  - ${link(name, `#${measureAnchor(id)}`)}`),
  ]);
  const sections = areas.flatMap(area => [
    `${anchor(areaAnchor(area.name))}\n\n## ${escapeMarkdown(area.name)}`,
    ...area.measures.map(measure => section(measure, beside)),
  ]);
  return `${['# Measures', introduction(measures.length), '## Contents', contents.join('\n'), ...sections].join('\n\n')}\n`;
}

function introduction(count: number): string {
  return `<!-- Written by npm run docs from measures/. Changes made here are lost. -->

The ${count} measures that come with the tool. What each one is stands in the \`.yml\` beside its SQL; this page is made
from those files. \`scorecard measures\` lists the same, with the targets of a workspace and whether it has the data. Our own
layout can give every measure; what the others can is said of each. The examples are of invented cases full of edges
(\`tests/workspaces/edges\`), in September 2020.`;
}

function anchor(name: string): string {
  return `<a id="${name}"></a>`;
}

function section(measure: Measure, beside: BesideMeasures): string {
  const facts = [...factsOf(measure), ...factsBeside(measure, beside)].map(
    ([label, text]) => `- **${label}:**${text.startsWith('\n') ? '' : ' '}${text}`,
  );
  const title = `### ${escapeMarkdown(measure.name)}`;
  return [anchor(measureAnchor(measure.id)), title, facts.join('\n'), ...sqlOf(measure)].join('\n\n');
}

function factsBeside(measure: Measure, { layouts, exampleOf }: BesideMeasures): Facts {
  const example = exampleOf(measure);
  const answers = layouts.map(layout => {
    const { answer, why } = answerOf(measure, layout);
    return `\n  - ${code(layout.id)}: ${why === '' ? answer : `${answer}: ${escapeMarkdown(why)}`}`;
  });
  return [
    ...(example === '' ? [] : [['Example', escapeMarkdown(example)] as const]),
    ...(answers.length === 0 ? [] : [['Other layouts', answers.join('')] as const]),
  ];
}

/** The queries themselves, folded away. */
function sqlOf({ versions: all }: Measure): string[] {
  return all
    .filter(({ sql }) => sql !== '')
    .map(({ label, sql }) => {
      const heading = all.length === 1 ? 'Its SQL' : `Its SQL, ${label}`;
      return `<details><summary>${heading}</summary>\n\n\`\`\`sql\n${sql.trim()}\n\`\`\`\n\n</details>`;
    });
}

type Facts = (readonly [label: string, text: string])[];

function factsOf(measure: Measure): Facts {
  const { id, kind, counts, of, polarity, disclosure, source, guide, unsettled, statement } = measure;
  return [
    ['Id', code(id)],
    ['Kind', kind],
    ['Definition', escapeMarkdown(of === '' ? counts : `${counts}, of ${of}`)],
    ['Dated by', datedBy(measure)],
    ...spans(measure),
    ...judged(measure),
    ...category(measure),
    ['Polarity', POLARITY[polarity]],
    ['Unit', unit(measure)],
    ['Disclosure', DISCLOSURE[disclosure]],
    ['National', national(measure)],
    ...versions(measure),
    ['Needs', needs(measure)],
    ['Source', escapeMarkdown(source)],
    ['How to read it', escapeMarkdown([guide, unsettled].filter(words => words !== '').join(' '))],
    ['Weight in a draft', `${statement.weight}: ${escapeMarkdown(statement.reason)}`],
    ...queries(measure),
  ];
}

function datedBy(measure: Measure): string {
  const { datedBy: by } = measure;
  const once = isSnapshot(measure) ? ' (one figure a month end)' : '';
  if (by === 'month end') return `the month end${once}`;
  if (by === 'limit') return 'the last day that its standard permits';
  return `${code(by)}${once}`;
}

function spans({ window, history }: Measure): Facts {
  const earlier = history === 'all' ? 'as far back as the record goes' : `${months(history)} of earlier data`;
  return [
    ...(window > 0 ? [['Window', `the ${months(window)} to the month end`] as const] : []),
    ...(history !== 0 ? [['History', earlier] as const] : []),
  ];
}

function months(count: number): string {
  return count === 1 ? '1 month' : `${count} months`;
}

function judged(measure: Measure): Facts {
  return measure.judged === 'at once' ? [] : [['Judged', 'when the limit of a case has passed']];
}

function category({ category: levels }: Measure): Facts {
  return levels === null ? [] : [['By', escapeMarkdown(levels.titles.join(', then '))]];
}

function unit({ unit: name, decimals, rate }: Measure): string {
  const printed = `${name}, ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`;
  return rate ? `${printed}; also per 10,000 children aged 0 to 17` : printed;
}

function national({ national: kind, nationalNote }: Measure): string {
  return nationalNote === '' ? NATIONAL[kind] : `${NATIONAL[kind]}. ${escapeMarkdown(nationalNote)}`;
}

function versions({ versions: all }: Measure): Facts {
  const lines = all
    .filter(version => version.definition !== '' || monthsInWords(version) !== '')
    .map(version => {
      const heading = [version.label, monthsInWords(version)].filter(Boolean).join(' ');
      return `\n  - ${heading}: ${escapeMarkdown(version.definition)}`;
    });
  return lines.length === 0 ? [] : [['Versions', lines.join('')]];
}

function needs(measure: Measure): string {
  return Object.entries(measure.needs)
    .map(([extract, columns]) =>
      columns.length === 0 ? code(extract) : `${code(extract)} (${columns.map(code).join(', ')})`,
    )
    .join('; ');
}

/** None where the figures themselves arrive. */
function queries({ versions: all }: Measure): Facts {
  const links = all.map(({ sqlFile }) => link(basename(sqlFile), `../${sqlFile}`));
  return links.length === 0 ? [] : [['SQL', links.join(', ')]];
}
