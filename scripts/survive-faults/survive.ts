import { type Extent, faultKinds } from './faults.js';
import { Ground } from './ground.js';

export interface Outcome {
  readonly name: string;
  readonly tried: number;
  /** What went wrong, one text for each try that was not survived. */
  readonly failures: readonly string[];
  /** Why it was not tried; '' where it was. */
  readonly notHere: string;
}

/** Tries every kind of fault, one after another, and tells each kind when it is done. */
export async function surviveFaults(extent: Extent, tell: (outcome: Outcome) => void): Promise<Outcome[]> {
  const ground = new Ground();
  try {
    const outcomes: Outcome[] = [];
    for (const { name, tries, notHere } of await faultKinds(ground, extent)) {
      const failures: string[] = [];
      const chosen = notHere === '' ? tries : [];
      for (const attempt of chosen) {
        const wrong = await attempt();
        if (wrong !== '') failures.push(wrong);
      }
      const outcome = { name, tried: chosen.length, failures, notHere };
      outcomes.push(outcome);
      tell(outcome);
    }
    return outcomes;
  } finally {
    ground.remove();
  }
}

/** The same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    // The usual constants of a linear congruential generator (Numerical Recipes).
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
