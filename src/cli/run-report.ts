import { withoutControls } from '../control-characters.js';
import { formatPlace, type Problem } from '../problems.js';
import type { DoneStage } from './console.js';

/** What a run told, for those who were not there: a summary to read, or test results that a job's page shows. */
export interface RunTold {
  /** `build --month last` */
  readonly command: string;
  readonly exitCode: number;
  readonly stages: readonly DoneStage[];
  readonly problems: readonly Problem[];
}

const OUTCOMES: Readonly<Record<number, string>> = {
  0: 'Done.',
  1: 'Stopped: the data or the commentary failed its checks.',
  2: 'Stopped: the command or the configuration is wrong.',
  3: 'Stopped: something is missing on this machine.',
};

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** Markdown, as the summary of a job in GitHub Actions or Azure Pipelines. */
export function summaryMarkdown({ command, exitCode, stages, problems }: RunTold): string {
  const lines = [`## scorecard ${inMarkdown(command)}`, '', OUTCOMES[exitCode] ?? `Ended with ${exitCode}.`];
  if (problems.length > 0) lines.push('', '| | where | what | rule |', '|---|---|---|---|');
  for (const severity of SEVERITIES) {
    for (const { rule, message, place } of problems.filter(problem => problem.severity === severity)) {
      const where = place ? formatPlace(place) : '';
      lines.push(`| ${severity} | ${inMarkdown(where)} | ${inMarkdown(message)} | ${rule} |`);
    }
  }
  if (stages.length > 0) lines.push('', '| stage | what | seconds |', '|---|---|---:|');
  for (const { name, detail, seconds } of stages)
    lines.push(`| ${name} | ${inMarkdown(detail)} | ${seconds.toFixed(1)} |`);
  return `${lines.join('\n')}\n`;
}

/** Text of others inside a table: none of it is markup. */
function inMarkdown(text: string): string {
  return withoutControls(text)
    .replace(/\s+/g, ' ')
    .replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
    .replace(/[\\`*_[\]|#~!]/g, '\\$&');
}

/** JUnit's XML: a test for each stage that was reached and for each rule that was broken. */
export function junitXml({ command, exitCode, stages, problems }: RunTold): string {
  const hasError = problems.some(problem => problem.severity === 'error');
  // With --strict it was the warnings that ended the run.
  const fails = ({ severity }: Problem) =>
    severity === 'error' || (exitCode !== 0 && !hasError && severity === 'warning');
  const rules = [...new Set(problems.map(problem => problem.rule))];
  const cases = [
    ...stages.map(
      ({ name, seconds }) => `    <testcase classname="stage" name="${xml(name)}" time="${seconds}"/>`,
    ),
    ...rules.map(rule =>
      ruleCase(
        rule,
        problems.filter(problem => problem.rule === rule),
        fails,
      ),
    ),
  ];
  const failures = rules.filter(rule => problems.some(problem => problem.rule === rule && fails(problem)));
  const isSilent = exitCode !== 0 && failures.length === 0;
  if (isSilent)
    cases.push(
      `    <testcase classname="run" name="run"><failure message="${xml(outcome(exitCode))}"/></testcase>`,
    );
  const counts = `tests="${cases.length}" failures="${failures.length + (isSilent ? 1 : 0)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="scorecard ${xml(command)}" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function ruleCase(rule: string, problems: readonly Problem[], fails: (problem: Problem) => boolean): string {
  const told = problems.map(({ message, place }) => (place ? `${formatPlace(place)}: ${message}` : message));
  const text = xml(told.join('\n'));
  const inside = problems.some(fails)
    ? `<failure message="${xml(told[0] ?? rule)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase classname="rule" name="${xml(rule)}">${inside}</testcase>`;
}

function outcome(exitCode: number): string {
  return OUTCOMES[exitCode] ?? `Ended with ${exitCode}.`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no controls, not even as entities. */
function xml(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);
}
