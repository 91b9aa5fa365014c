import { assessmentSheet, protectionSheets } from './extracts-assessment.js';
import { contactSheet, earlyHelpSheet, ReferralOf, referralSheet } from './extracts-front-door.js';
import { adoptionSheet, careLeaverSheet, careSheets, needSheet, visitSheets } from './extracts-plans.js';
import { auditSheet, peopleSheet, workforceSheets } from './extracts-workforce.js';
import { manualReturns } from './manual-returns.js';
import { practiceSheets } from './practice.js';
import { Holders } from './records.js';
import { People, type Sheet } from './sheet.js';
import { tell } from './story.js';

/** Every extract of the sample, told as one story. */
export function allSheets(): Sheet[] {
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
  sheets.push(manualReturns());
  // last, when every child has been met
  sheets.push(peopleSheet(people));
  return [...sheets, ...practiceSheets(sheets)];
}
