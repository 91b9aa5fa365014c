/** Checks one workspace in a process of its own, and prints the findings and how much memory that took. */

import { runChecks } from '../../../src/checks/run-checks.js';
import { prepare } from '../../../src/cli/prepare.js';

/** The workspace is given on the command line. */
const [, , folder = ''] = process.argv;
const { findings, loaded } = await runChecks({ ...prepare(folder), month: '2020-09' });
const told = findings.map(({ rule, extract, severity, message, whatToDo, places }) => ({
  rule,
  extract,
  severity,
  message,
  whatToDo,
  places,
}));
const rows = Object.fromEntries(loaded.map(({ name, files }) => [name, files[0]?.rowsRead ?? 0]));
// In kilobytes.
console.log(JSON.stringify({ told, rows, memory: process.resourceUsage().maxRSS }));
