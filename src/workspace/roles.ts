/** What roles and forums of a council end in or hold: a name of a person holds none of them. */
const ROLE_WORDS =
  /\b(?:advis[eo]rs?|board|chairs?|chief|committee|co-?ordinators?|commissioners?|consultants?|councillors?|deput(?:y|ies)|directors?|executive|forum|group|heads?|headteachers?|IROs?|LADO|leads?|leaders?|lead member|managers?|nurses?|officers?|panel|partners?|partnership|practitioners?|principals?|secretar(?:y|ies)|service|services|social workers?|specialists?|supervisors?|teachers?|teams?|workers?)\b/i;

/** @param roles of scorecard.yml that are not known as roles by their words */
export function isRole(lead: string, roles: readonly string[]): boolean {
  return ROLE_WORDS.test(lead) || roles.some(role => role.toLowerCase() === lead.toLowerCase());
}
