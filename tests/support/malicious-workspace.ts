/**
 * A workspace in which every word that anybody can write attacks: extracts, hand-kept tables, settings, texts, logo and a
 * measure of its own. Each attack names the server, so that a request that leaves is seen, and sets `owned`, so that a
 * script that runs is.
 */
import { readFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { toolPath } from '../../src/tool-folder.js';
import { WorkspaceFolder } from './workspace-folder.js';

const ESC = '\u001b';
const BELL = '\u0007';
const C1 = '\u009b';
const TURNED = '\u202e';

/** Words that stand in every attack, to be found again where it landed. */
export const MARK = 'Attack';

export interface Attacks {
  /** Markup, in an element and in an attribute. */
  readonly markup: string;
  readonly handlebars: string;
  readonly markdown: string;
  /** What spreadsheets obey. */
  readonly formulas: readonly string[];
  /** What terminals obey, and what turns digits round. */
  readonly terminal: string;
  /** Names that no file may have. */
  readonly names: readonly string[];
}

export function attacksOn(server: string): Attacks {
  return {
    markup: `${MARK} "'><img src="${server}/i" onerror="owned=1"><script>owned=1</script><svg onload="owned=1"><a href="javascript:owned=1">`,
    handlebars: `${MARK} {{constructor.constructor "owned=1"}}{{__proto__.x}}{{lookup this "constructor"}}{{> ../../../etc/passwd}}{{{title}}}`,
    markdown: `${MARK} <img src="${server}/m" onerror="owned=1"> [x](javascript:owned=1) [x](${server}/l) ![x](${server}/p) ![x](file:///etc/hostname) <${server}/a>`,
    formulas: [
      `=HYPERLINK("${server}/f","${MARK}")`,
      `+${MARK}`,
      `-${MARK}`,
      `@${MARK}`,
      `\t=${MARK}`,
      `"=${MARK}`,
      ` =${MARK}`,
      `\uff1d${MARK}`,
      `\u200b=${MARK}`,
    ],
    terminal: `${MARK} ${ESC}]8;;${server}/t${BELL}${ESC}[2J${ESC}]0;owned${BELL}${C1}31m${TURNED}12`,
    names: ['../../owned', 'CON', 'a/b', 'x'.repeat(300), 'Assessment 1', 'ASSESSMENT 1', '..'],
  };
}

const csv = (rows: readonly (readonly string[])[]) => stringify(rows.map(row => [...row]));

export function maliciousWorkspace(server: string): WorkspaceFolder {
  const attacks = attacksOn(server);
  const small = toolPath('tests', 'workspaces', 'small');
  const { markup, handlebars, markdown, terminal } = attacks;
  return new WorkspaceFolder({
    'scorecard.yml': settings(attacks),
    'logo.svg': logo(server),
    'extracts/referrals.csv': referrals(attacks),
    'extracts/people.csv': readFileSync(`${small}/extracts/people.csv`),
    'populations.csv': readFileSync(`${small}/populations.csv`),
    'teams.csv': csv([
      ['team', 'service_area', 'from', 'to', 'merged_into'],
      [markup, handlebars, '2018-04', '', ''],
      [terminal, markdown, '2018-04', '', markup],
    ]),
    'actions.csv': csv([
      ['id', 'opened', 'action', 'lead', 'due', 'status', 'measures', 'outcome'],
      ['A1', '2020-06', markup, handlebars, '2020-10-30', 'Open', 'attacks', ''],
      ['A2', '2020-06', terminal, markdown, '2020-09-11', 'Complete', 're-referrals', markup],
    ]),
    'comparators.csv': csv([
      ['measure', 'of', 'group', 'year', 'value'],
      ['re-referrals', 'value', markup, handlebars, '25'],
      ['re-referrals', 'value', 'England', terminal, '24'],
    ]),
    'glossary.csv': csv([
      ['term', 'abbreviation', 'meaning', 'source'],
      [`referral`, 'REF', markup, handlebars],
      [MARK, 'ATT', markdown, terminal],
    ]),
    'commentary/2020-09.md': commentary(attacks),
    'cover-report/2020-09.md': `## Purpose\n${markdown}\n\n${markup}\n\n- ${terminal}\n\n## ${MARK}\n> ${markdown}\n`,
    'measures/own/attacks.yml': measure(attacks),
    'measures/own/attacks.sql':
      'SELECT month, referral_id AS record_id, person_id, team, source AS category_1\nFROM referrals_with_month;\n',
    'measures/shared/99-attacks.sql':
      "CREATE VIEW referrals_with_month AS SELECT strftime(received_at, '%Y-%m') AS month, * FROM referrals;\n",
  });
}

function settings({ markup, handlebars, terminal, markdown }: Attacks): string {
  const quoted = (text: string) => JSON.stringify(text);
  return `council: { name: ${quoted(markup)}, service: ${quoted(terminal)}, logo: logo.svg }
extracted_on: 2020-10-05
covers_from: 2018-04-01
series_months: 13
report:
  committee: ${quoted(markup)}
  report_by: ${quoted(handlebars)}
  classification: ${quoted(terminal)}
  decision_type: ${quoted(markdown)}
  wards_affected: ${quoted(markup)}
  headings: [Purpose, ${MARK}, ${quoted(markup)}]
  measures_asked_by: [none]
`;
}

/** A picture that would run scripts, fetch others and lead elsewhere, were it a page. */
function logo(server: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 20" onload="owned=1">
  <script>owned=1; fetch("${server}/logo-script")</script>
  <style>@import url("${server}/logo-style.css"); text { font-family: x; }</style>
  <image href="${server}/logo-image.png" width="10" height="10"/>
  <image xlink:href="file:///etc/hostname" width="10" height="10"/>
  <foreignObject width="10" height="10"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${server}/logo-frame"></iframe></foreignObject>
  <a href="javascript:owned=1"><rect width="100" height="20" fill="#005"/></a>
</svg>`;
}

/** Every attack as a team and as a source, in the report month. */
function referrals({ markup, handlebars, markdown, formulas, terminal, names }: Attacks): string {
  const words = [markup, handlebars, markdown, ...formulas, terminal, ...names];
  const rows = words.map((word, index) => [
    `R${index}`,
    `P0${(index % 9) + 1}`,
    `${String((index % 28) + 1).padStart(2, '0')}/09/2020 10:00`,
    word,
    word,
    'N',
  ]);
  return csv([['referral_id', 'person_id', 'received_at', 'source', 'team', 'no_further_action'], ...rows]);
}

function commentary({ markup, handlebars, markdown, terminal }: Attacks): string {
  // Handlebars in commentary is a reference to a figure or a fault, so that attack is written apart.
  const [words = ''] = handlebars.split('{{');
  return `---
approved_by: ${JSON.stringify(markup)}
approved_on: 2020-10-20
---
## What is going well?
- ${markdown} [re-referrals]
- ${markup} [re-referrals]

## What are we worried about?
- ${terminal.replace('12', '')} ${words} [attacks]
`;
}

function measure({ markup, handlebars, markdown, terminal }: Attacks): string {
  const quoted = (text: string) => JSON.stringify(text);
  return `name: ${quoted(markup)}
area: ${quoted(terminal)}
kind: breakdown
counts: ${quoted(handlebars)}
dated_by: received_at
polarity: none
unit: count
disclosure: attribute
source: ${quoted(markdown)}
guide: ${quoted(markup)}
national: near
national_note: ${quoted(terminal)}
category: [{ title: ${quoted(markup)}, codes: [${quoted(terminal)}] }]
needs: { referrals: [received_at, source] }
`;
}
