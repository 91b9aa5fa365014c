import { metByMonth } from './aims.js';
import { monthOf, REPORT } from './calendar.js';
import { Random } from './random.js';
import type { World } from './world.js';

/** When strategy discussions were due: as many held in time as published. */
export function discussionTimes(world: World): void {
  const random = new Random('discussion-times');
  const byMonth = Array.from({ length: REPORT + 1 }, (_, index) =>
    world.discussions.filter(one => monthOf(one.heldOn) === index),
  );
  const counts = byMonth.map(month => month.length);
  const met = metByMonth('strategy-discussions-in-time', counts, index => (index < 36 ? 0.94 : 0.97), random);
  byMonth.forEach((month, index) => {
    random.shuffle(month).forEach((one, rank) => {
      const inTime = rank < (met[index] ?? 0);
      // due to the hour; some on the hour of the discussion itself
      const hours = inTime ? random.int(0, 26) : -random.int(1, 60);
      one.dueAt = Math.ceil((one.heldAt + hours * 60) / 30) * 30 - (inTime ? 0 : 30);
    });
  });
  // before the new form of 2019 the due time was not always recorded
  for (const one of world.discussions) if (monthOf(one.heldOn) < 36 && random.chance(0.006)) one.dueAt = null;
}
