import { healthSheet, lookedAfterReviewSheet, officerSheets, reviewSheets } from './practice-reviews.js';
import { courtSheets, exploitationSheets, familySheets, voiceSheets } from './practice-services.js';
import type { Sheet } from './sheet.js';
import { atLeast, birthsOf, staysOf } from './stays.js';

/** The extracts of what is done with children who are already in the story: none of them meets a child anew. */
export function practiceSheets(sheets: readonly Sheet[]): Sheet[] {
  const named = (name: string) => {
    const sheet = sheets.find(each => each.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const births = birthsOf(named('people'));
  const stays = (name: string) => staysOf(named(name), births);
  const [need, protection, care] = [stays('cin_plans'), stays('cp_plans'), stays('care_episodes')];
  return [
    ...reviewSheets(need, protection),
    lookedAfterReviewSheet(care),
    healthSheet(care),
    ...officerSheets(care),
    ...exploitationSheets(atLeast(9, care), atLeast(9, [...protection, ...care])),
    ...courtSheets(protection, care),
    ...familySheets(need, protection),
    ...voiceSheets([...need, ...care]),
  ];
}
