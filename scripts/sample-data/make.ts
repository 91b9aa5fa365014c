import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assessmentSheet, protectionSheets } from './extracts-assessment.js';
import { contactSheet, earlyHelpSheet, ReferralOf, referralSheet } from './extracts-front-door.js';
import { adoptionSheet, careLeaverSheet, careSheets, needSheet, visitSheets } from './extracts-plans.js';
import { auditSheet, manualSheet, peopleSheet, workforceSheets } from './extracts-workforce.js';
import { Holders } from './records.js';
import { csv, People, type Sheet } from './sheet.js';
import { tell } from './story.js';
import { knownMeasures, workspaceFiles } from './workspace-files.js';

/** Writes sample-data/: the workspace of an invented council. The same program writes the same bytes. */

const root = fileURLToPath(new URL('../../', import.meta.url));
// another folder may be named, to look at a change before it replaces the sample
const finished = process.argv[2] ?? join(root, 'sample-data');
const making = `${finished}.making`;

const story = tell();
const people = new People();
const holders = new Holders(story);
const referrals = new ReferralOf(story);
const sheets: Sheet[] = [
  contactSheet(story, people),
  referralSheet(story, people, holders),
  earlyHelpSheet(story, people),
  assessmentSheet(story, people, holders, referrals),
  ...protectionSheets(story, people, holders, referrals),
  needSheet(story, people, holders),
  ...careSheets(story, people, holders),
  adoptionSheet(story, people),
  ...visitSheets(story, people),
  careLeaverSheet(story, people),
  ...workforceSheets(story, people),
  auditSheet(story),
];
const manual = manualSheet(knownMeasures());
if (manual) sheets.push(manual);
// last, when every child has been met
sheets.push(peopleSheet(people));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(making, path)), { recursive: true });
  writeFileSync(join(making, path), text);
}

// a complete set is put in place at once: nobody reads half of one
rmSync(making, { recursive: true, force: true });
for (const sheet of sheets) write(`extracts/${sheet.name}.csv`, csv(sheet));
for (const { path, text } of workspaceFiles()) write(path, text);
rmSync(finished, { recursive: true, force: true });
renameSync(making, finished);

let bytes = 0;
for (const sheet of sheets) {
  bytes += csv(sheet).length;
  process.stderr.write(`${sheet.name.padEnd(24)}${String(sheet.rows.length).padStart(7)} rows\n`);
}
process.stderr.write(`${(bytes / 1e6).toFixed(1)} MB of extracts in sample-data/extracts/\n`);
