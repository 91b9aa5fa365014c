import { COVERS_FROM, type Day, monthAt } from './calendar.js';
import type { Child } from './children.js';
import { isQuiet } from './journeys.js';
import type { Random } from './random.js';
import type { Case, World } from './world.js';

/** Families whose case is open, for the worries that come up while a plan runs or a child is looked after. */

interface Spell {
  readonly case: Case;
  readonly child: Child;
  readonly from: Day;
  /** The last day on which something may happen in it. */
  readonly to: Day;
  readonly weight: number;
}

export class OpenCases {
  private readonly byMonth: Spell[][];

  constructor(
    private readonly world: World,
    last: number,
  ) {
    const spells = spellsOf(world).filter(spell => spell.to >= COVERS_FROM);
    this.byMonth = Array.from({ length: last + 1 }, (_, index) => {
      const { first, last: end } = monthAt(index);
      return spells.filter(spell => spell.from <= end && spell.to >= first);
    });
  }

  /** Some children of one open family in which nothing else is going on, up to this many. */
  pick(index: number, on: Day, most: number, random: Random): { case: Case; children: Child[] } | null {
    const spells = this.byMonth[index] ?? [];
    for (let turn = 0; turn < 400 && spells.length > 0; turn += 1) {
      const spell = random.pick(spells);
      if (spell.from > on || spell.to < on || !random.chance(spell.weight) || !isQuiet(spell.case, on))
        continue;
      const alike = spells.filter(one => one.case === spell.case && one.from <= on && one.to >= on);
      const children = [...new Set(alike.map(one => one.child))].slice(0, most);
      this.keepOpen(spell.case, on);
      return { case: spell.case, children };
    }
    return null;
  }

  /** A plan does not end while a worry is looked into. */
  private keepOpen(owned: Case, on: Day): void {
    for (const plan of this.world.needPlans) {
      if (plan.case === owned && plan.openUntil !== null && plan.startedOn <= on)
        plan.openUntil = Math.max(plan.openUntil, on + 25);
    }
  }
}

function spellsOf(world: World): Spell[] {
  const needs = world.needPlans.map(plan => {
    const to = plan.endedOn ?? plan.startedOn + 130;
    return { case: plan.case, child: plan.child, from: plan.startedOn + 8, to: to - 12, weight: 1 };
  });
  const protection = world.protectionPlans.map(plan => {
    const to = (plan.endedOn ?? Number.POSITIVE_INFINITY) - 20;
    return { case: plan.case, child: plan.child, from: plan.startedOn + 40, to, weight: 0.8 };
  });
  const care = world.careEpisodes.map(episode => {
    const to = (episode.endedOn ?? Number.POSITIVE_INFINITY) - 90;
    return { case: episode.case, child: episode.child, from: episode.startedOn + 40, to, weight: 0.18 };
  });
  return [...needs, ...protection, ...care];
}
