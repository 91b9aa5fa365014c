import { type Problem, UserError } from '../problems.js';

/** @throws UserError 1 for errors that are not allowed; with --strict, for warnings too. All are told: one explains another. */
export function stopOn(
  problems: readonly Problem[],
  { strict, allowErrors }: { readonly strict: boolean; readonly allowErrors: boolean },
): void {
  const told = problems.filter(problem => problem.severity !== 'note');
  const ends = ({ severity }: Problem) => strict || (severity === 'error' && !allowErrors);
  if (told.some(ends)) throw new UserError(1, told);
}
