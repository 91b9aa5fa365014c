import { FORMS, type Form } from '../../src/narrative/claims/forms.js';
import {
  ALL_IN_A_ROW,
  CLEAR_CHANGE,
  COMPARATOR,
  LEAST_ERRORS,
  LEAST_SCORE,
  MAJORITY,
  MET,
  MISSED,
  MOST_FOR_DISTANCE,
  OPPOSED,
  OTHERS_COUNT,
  SPECIAL_CAUSE,
  STILL_MISSED,
} from '../../src/narrative/draft/score.js';
import { escapeMarkdown } from '../markdown.js';

/** docs/commentary.md: how commentary is written, drafted and checked, with the numbers and forms that the tool uses. */
export function commentaryPage(): string {
  return `# Commentary: the three questions

<!-- Written by npm run docs. Changes made here are lost. -->

\`commentary/YYYY-MM.md\` holds a month's words: a list under "What is going well?" and one under "What are we worried
about?", each with at most five statements, and who approved them.

\`\`\`markdown
---
approved_by: Director of Children's Services
approved_on: 2020-10-20
---
## What is going well?
- {{figure "care-leavers-in-touch"}} of care leavers are in touch with us. [care-leavers-in-touch]
## What are we worried about?
- 39% of referrals were about children referred before. [re-referrals]
\`\`\`

Without both lines at the top a pack shows no statements, says so, is marked as a draft, and \`--strict\` ends with 1.
\`{{figure "id"}}\` takes a number from the figures; \`period\`, \`of\`, \`month\`, \`team\` and \`category\` may follow. The
measures that a statement is about stand in square brackets at its end.

## Drafting

\`scorecard draft --month 2020-09\` writes candidates with the evidence behind each in a remark. A file that is there keeps every
word: what it says nothing about yet goes under "New candidates", which no pack prints. A person edits and approves.

### What is evidence

Ordinary variation is none ([how series are read](variation.md)): a record, or a change since last month or last year, is
mentioned only where the month is a special cause. What is about fewer than 10 cases, or about so few children that a public
page would hide it, is left out. Strength is from 0 to 1:

| going well or worrying because | strength |
|---|---|
| the month is outside its limits (R1) | ${SPECIAL_CAUSE.R1} |
| a trend of seven months (R2), seven months on one side of the mean (R4) | ${SPECIAL_CAUSE.R2} |
| two of three months near a limit (R3) | ${SPECIAL_CAUSE.R3} |
| the target is consistently missed (of a measure that is not read as a chart: missed for three months or more) | ${MISSED}, and up to ${MOST_FOR_DISTANCE} more the further it is missed |
| the target is consistently met (likewise) | ${MET} |
| the year to date differs from that of last year by ${LEAST_ERRORS} standard errors or more | ${CLEAR_CHANGE} to 1 |
| 100% for three months or more | ${ALL_IN_A_ROW} |
| more than half, in the month and the year to date, of what should be few (or less than half of what should be many), and there is no target | ${MAJORITY} to 1 |
| clearly apart from England's latest year | ${COMPARATOR} |

### The score

**Score = weight × (the strongest evidence + ${OTHERS_COUNT} × the sum of the rest).** Weights, from 1 to 5, stand with their reasons in each
measure's description ([all of them](measures.md)) and are the same in every month. A special cause the other way multiplies the
score by ${OPPOSED}; what goes well though its target is missed, by ${STILL_MISSED.amber} (amber) or ${STILL_MISSED.red} (red). Below ${LEAST_SCORE} nothing is said.

The highest scores are taken, at most five for each list, and no two of the page about the same topic. Volume (how much work
there is) and quality (how well it is done) both stand on the page: where one is missing, its best candidate takes the place
of the least.

## What is checked

Every statement is held against the figures of the measures that it names. What contradicts them is a warning with file, line,
what is said and what the figures say; with \`--strict\` it ends the run. What the figures cannot bear out is "unverified",
a note in \`run.json\`. A number that comes from \`{{figure}}\` needs no proof, but the words around it do.

| form | such as | how it is read |
|---|---|---|
${FORMS.map(row).join('\n')}

Words that name a month: "in August", "last month", "a year ago", "so far this year", "in the same months of last year"; without
any, the report month is meant.

## Actions

\`actions.csv\` has the actions: \`id, opened, action, lead, due, status, measures, outcome\`. The lead is a role (one that is not
known as such is listed in \`report: roles\` of \`scorecard.yml\`); the status is Open, Partly complete, Delayed, Complete or
Dropped, the last with its reason as the outcome. At most five open ones reach a pack, the soonest due; each shows its measures when it
was opened and now.
`;
}

function row({ name, examples, reading }: Form): string {
  const cells = [name, examples.map(example => `"${example}"`).join('; '), reading];
  return `| ${cells.map(escapeMarkdown).join(' | ')} |`;
}
