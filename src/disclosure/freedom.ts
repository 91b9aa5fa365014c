/** What a reader who knows the sum of some hidden counts, each at least 1, can still not tell of them. */

/**
 * Whether each hidden count that needs it could grow so much: to the threshold where it is small, by as much where another
 * sum leans on it. The others must be able to give that up; that it could shrink to 1 needs only that there are others.
 * @param counts as they are · @param needed how far each must be able to grow · @param spare counts of which each can give
 *   up all but 1
 */
export function canGrow(
  counts: readonly number[],
  needed: readonly number[],
  spare: readonly number[] = counts,
): boolean {
  const room = (count: number) => Math.max(count - 1, 0);
  const all = spare.reduce((sum, count) => sum + room(count), 0);
  return counts.length > 1 && needed.every((most, index) => all - room(spare[index] ?? 0) >= most);
}

/** Whether each could be 1 even to someone who takes every hidden count for a small one. */
export function couldBeOne(counts: readonly number[], threshold: number): boolean {
  const sum = counts.reduce((all, count) => all + count, 0);
  return counts.some(count => count > threshold) || sum <= threshold * (counts.length - 1) + 1;
}
