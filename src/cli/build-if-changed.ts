import { CacheFolder } from '../cache/cache.js';
import { FileHashes } from '../cache/file-hashes.js';
import type { Console } from './console.js';
import { localDate } from './local-date.js';
import { readMonth } from './month.js';
import { type BuildWords, buildKey, isUnchanged, remember } from './unchanged.js';

/** `scorecard build`, unless the packs are there already as these very inputs make them. */
export async function buildIfChanged(
  options: BuildWords & { readonly again: boolean; readonly lists?: string },
  console: Console,
): Promise<void> {
  const month = readMonth(options.month, localDate(new Date()));
  const hashes = new FileHashes();
  const cache = new CacheFolder(options.workspace, { reads: !options.again });
  const key = buildKey(options, month, hashes);
  // The lists lie elsewhere, and are made each time.
  if (options.lists === undefined && isUnchanged(key, options, month, cache, console)) return;
  // The engine, the charts and the browser are loaded only now.
  const { build } = await import('./build.js');
  await build({ ...options, month }, console, cache, hashes);
  await remember(key, options, month, cache, hashes);
}
