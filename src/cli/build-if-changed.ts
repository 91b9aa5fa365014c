import type { Console } from './console.js';
import { localDate } from './local-date.js';
import { readMonth } from './month.js';
import { type BuildWords, buildKey, isUnchanged, remember } from './unchanged.js';

/** `scorecard build`, unless the packs are there already as these very inputs make them. */
export async function buildIfChanged(
  options: BuildWords & { readonly again: boolean },
  console: Console,
): Promise<void> {
  const month = readMonth(options.month, localDate(new Date()));
  const key = buildKey(options, month);
  if (!options.again && isUnchanged(key, options, month, console)) return;
  // The engine, the charts and the browser are loaded only now.
  const { build } = await import('./build.js');
  await build({ ...options, month }, console);
  remember(key, options, month);
}
