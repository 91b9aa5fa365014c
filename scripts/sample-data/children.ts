import { addMonths, type Day, LAST } from './calendar.js';
import type { Random } from './random.js';

/** Invented children and their families. */

export interface Child {
  readonly family: Family;
  /** The day of birth, known or not yet. */
  born: Day;
  /** Expected day of birth, for a child first known before birth. */
  due: Day | null;
  readonly gender: string;
  readonly ethnicity: string;
  disabled: boolean;
  /** The same child, first known from an earlier case. */
  sameAs: Child | null;
}

export interface Family {
  readonly children: Child[];
}

const ETHNICITIES = {
  'White British': 71,
  'White other': 6,
  'Mixed White and Black Caribbean': 4,
  'Mixed other': 3,
  Pakistani: 4,
  Indian: 3,
  'Asian other': 2,
  'Black African': 2,
  'Black Caribbean': 2,
  'Any other ethnic group': 2,
  '': 1,
};

export function newChild(family: Family, born: Day, random: Random): Child {
  const sibling = family.children[0];
  const child: Child = {
    family,
    born,
    due: null,
    gender: random.weighted({ Male: 515, Female: 480, 'Not stated': 5 }),
    ethnicity: sibling && random.chance(0.95) ? sibling.ethnicity : random.weighted(ETHNICITIES),
    disabled: random.chance(0.06),
    sameAs: null,
  };
  family.children.push(child);
  return child;
}

/** Brothers and sisters on a day, none older than the limit, at least ten months apart or twins. */
export function newFamily(size: number, on: Day, random: Random, oldest = 16.2): Child[] {
  const family: Family = { children: [] };
  const spread = Math.min(oldest, 2.3 * (size - 1) + 1);
  let age = 0.1 + random.next() * Math.max(0.5, oldest - spread);
  for (let index = 0; index < size; index += 1) {
    newChild(family, Math.min(on - 7, Math.round(on - Math.min(oldest, age) * 365.25)), random);
    age += random.chance(0.03) ? 0 : 0.9 + random.next() * 2.4;
  }
  return family.children;
}

export function root(child: Child): Child {
  let known = child;
  while (known.sameAs) known = known.sameAs;
  return known;
}

/** A child expected some weeks after a day. */
export function makeUnborn(child: Child, on: Day, random: Random): void {
  child.due = on + random.int(20, 120);
  child.born = child.due + random.int(-14, 9);
}

export function isUnborn(child: Child): boolean {
  return child.born > LAST;
}

export function turnsEighteenAfter(child: Child, on: Day): boolean {
  return addMonths(child.born, 216) > on;
}
