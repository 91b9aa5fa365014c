import type { Day, Minute } from './calendar.js';
import type { Child } from './children.js';
import type { ProtectionGroup } from './protection.js';

/** The records of the invented council, before they are written. Names follow the columns of the extracts. */

export interface Contact {
  readonly child: Child;
  readonly receivedAt: Minute;
  completedAt: Minute | null;
  readonly source: string;
  readonly route: string;
  readonly outcome: string;
}

export interface Referral {
  readonly child: Child;
  readonly case: Case;
  receivedAt: Minute;
  source: string;
  allocatedAt: Minute | null;
  decidedAt: Minute | null;
  need: string;
  noFurtherAction: boolean;
  closedOn: Day | null;
  closeReason: string;
}

export interface Assessment {
  readonly child: Child;
  readonly case: Case;
  readonly startedOn: Day;
  seenOn: Day | null;
  authorisedOn: Day | null;
  outcome: string;
  nextAction: string;
  /** Earliest day on which it could have been signed off. */
  readonly earliest: Day;
  /** Its authorisation is tied to what followed and must not be moved. */
  readonly fixed: boolean;
}

export interface Discussion {
  readonly child: Child;
  readonly case: Case;
  readonly heldOn: Day;
  heldAt: Minute;
  dueAt: Minute | null;
  led: boolean;
}

export interface Enquiry {
  readonly child: Child;
  readonly case: Case;
  readonly discussion: Discussion;
  startedOn: Day;
  completedOn: Day | null;
  outcome: string;
  /** Linked to its discussion in the record. */
  linked: boolean;
}

export interface Conference {
  readonly child: Child;
  readonly case: Case;
  readonly kind: 'Initial' | 'Review';
  readonly enquiry: Enquiry | null;
  readonly plan: ProtectionPlan | null;
  readonly heldOn: Day;
  readonly outcome: string;
  readonly transferIn: boolean;
}

export type Category = 'Neglect' | 'Emotional abuse' | 'Physical abuse' | 'Sexual abuse';

export interface ProtectionPlan {
  readonly child: Child;
  readonly case: Case;
  readonly startedOn: Day;
  endedOn: Day | null;
  readonly category: Category;
  initialCategory: Category;
  endReason: string;
}

export interface NeedPlan {
  readonly child: Child;
  readonly case: Case;
  readonly startedOn: Day;
  endedOn: Day | null;
  /** Must not end before this day, because something happened in it; null: its end is tied to what followed. */
  openUntil: Day | null;
}

export interface Placement {
  readonly child: Child;
  startedOn: Day;
  endedOn: Day | null;
  kind: string;
  provider: string;
  carer: string;
  temporary: boolean;
}

export interface CareEpisode {
  readonly child: Child;
  readonly case: Case;
  readonly startedOn: Day;
  endedOn: Day | null;
  endReason: string;
  /** The day on which the child will leave, known or not yet. */
  leavesOn: Day;
  legalStatus: string;
  path: CarePath;
  placements: Placement[];
  adoption: Adoption | null;
}

export type CarePath = 'long' | 'home' | 'sgo' | 'cao' | 'adoption' | 'independent' | 'other' | 'breaks';

export interface Adoption {
  readonly child: Child;
  enteredCareOn: Day;
  placementOrderOn: Day | null;
  matchedOn: Day | null;
  placedOn: Day | null;
  adoptedOn: Day | null;
  reversedOn: Day | null;
}

/** One family's time with the service, from referral to closure. Records before April 2016 are kept where still open then. */
export interface Case {
  children: Child[];
  /** null: there was no referral of its own (a transfer in, short breaks). */
  referredOn: Day | null;
  openedOn: Day;
  closedOn: Day | null;
  /** May be given to children known from an earlier case. */
  castable: boolean;
  readonly kind: 'assessed' | 'need' | 'enquiry' | 'protection' | 'care';
  /** Days of its assessments, first to last, as far as they are settled. */
  readonly assessed: [Day, Day][];
  /** Days of its strategy discussions. */
  readonly alerts: Day[];
}

export class World {
  readonly protectionGroups: ProtectionGroup[] = [];
  readonly cases: Case[] = [];
  readonly contacts: Contact[] = [];
  readonly referrals: Referral[] = [];
  readonly assessments: Assessment[] = [];
  readonly discussions: Discussion[] = [];
  readonly enquiries: Enquiry[] = [];
  readonly conferences: Conference[] = [];
  readonly protectionPlans: ProtectionPlan[] = [];
  readonly needPlans: NeedPlan[] = [];
  readonly careEpisodes: CareEpisode[] = [];
  readonly adoptions: Adoption[] = [];
}
