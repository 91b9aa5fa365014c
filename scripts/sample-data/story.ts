import { adoptions } from './adoptions.js';
import type { AllocationBook } from './allocation-book.js';
import { allocations } from './allocations.js';
import { assessmentTimes } from './assessment-times.js';
import { type Audit, audits } from './audits.js';
import { settleBirths } from './births.js';
import { childrenLookedAfter } from './care.js';
import { careLeavers, type Leaver } from './care-leavers.js';
import { castCases } from './casting.js';
import { initialConferences } from './conferences.js';
import { contacts } from './contacts.js';
import { discussionTimes } from './discussion-times.js';
import { type EarlyHelp, earlyHelp } from './early-help.js';
import { enquiries } from './enquiries.js';
import { enquiryTimes } from './enquiry-times.js';
import { personalAdvisers } from './leaving-care-workers.js';
import { endNeedPlans, needPlans } from './need.js';
import { placements } from './placements.js';
import { type Post, posts } from './posts.js';
import { protectionPlans } from './protection.js';
import { referralRows } from './referral-rows.js';
import { careReferrals, otherReferrals, reassessments } from './referrals.js';
import { repeatPlans } from './repeat-plans.js';
import { reviewConferences } from './review-conferences.js';
import { otherStaff, type Supervised, workerSupervisions } from './staff.js';
import { caseSupervisions, type Supervision } from './supervision.js';
import { type Visit, visits } from './visits.js';
import { volumes } from './volumes.js';
import type { Worker } from './workers.js';
import { World } from './world.js';

/** Everything that happened, told from the longest stories to the shortest, and who did the work. */

export interface Story {
  readonly world: World;
  readonly book: AllocationBook;
  readonly posts: readonly Post[];
  readonly staff: readonly Worker[];
  readonly workerSupervisions: readonly Supervised[];
  readonly visits: readonly Visit[];
  readonly supervisions: readonly Supervision[];
  readonly earlyHelp: readonly EarlyHelp[];
  readonly careLeavers: readonly Leaver[];
  readonly audits: readonly Audit[];
}

export function tell(): Story {
  const world = new World();
  longStories(world);
  const coming = volumes();
  otherReferrals(world, coming);
  endNeedPlans(world);
  assessmentTimes(world);
  castCases(world, repeatPlans(world, world.protectionGroups));
  referralRows(world, contacts(world, coming));
  discussionTimes(world);
  enquiryTimes(world);
  reviewConferences(world);
  const book = allocations(world);
  const staff = otherStaff();
  const leavers = careLeavers(world);
  personalAdvisers(book, leavers, staff);
  const story: Story = {
    world,
    book,
    posts: posts(),
    staff,
    workerSupervisions: workerSupervisions(book, staff),
    visits: visits(world),
    supervisions: caseSupervisions(world),
    earlyHelp: earlyHelp(world),
    careLeavers: leavers,
    audits: audits(),
  };
  settleBirths(story);
  return story;
}

/** Those that last, and what leads up to them: care, protection plans, enquiries, child in need plans. */
function longStories(world: World): void {
  const care = childrenLookedAfter(world);
  adoptions(world);
  placements(world);
  const protection = protectionPlans(world, care);
  world.protectionGroups.push(...protection);
  initialConferences(world, protection);
  needPlans(world, protection, care);
  enquiries(world);
  careReferrals(world, care);
  reassessments(world);
}
