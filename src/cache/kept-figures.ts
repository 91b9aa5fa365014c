import { gunzipSync, gzipSync } from 'node:zlib';
import type { Finding } from '../checks/rule.js';
import type { LoadedExtract } from '../extracts/load.js';
import type { WorkedOut } from '../figures/work-out.js';
import type { Cache } from './cache.js';
import { type PackedFigures, packFigures, unpackFigures } from './packed-figures.js';

/** All that was worked out of the extracts: no case and no id, but figures, findings with their lines, and what was read. */
export interface ReadAndWorkedOut extends WorkedOut {
  readonly findings: readonly Finding[];
}

interface Packed extends Omit<ReadAndWorkedOut, 'figures' | 'monthly'> {
  readonly figures: PackedFigures;
  readonly monthly: PackedFigures;
}

/** The least that takes most of it away: it is written and read while somebody waits. */
const COMPRESSION = { level: 1 };

/** null where nobody has worked out just this. */
export function keptFigures(cache: Cache, key: string): ReadAndWorkedOut | null {
  const bytes = cache.read('figures', key);
  if (!bytes) return null;
  try {
    const { figures, monthly, ...rest } = JSON.parse(gunzipSync(bytes).toString('utf8')) as Packed;
    return { ...rest, figures: unpackFigures(figures), monthly: unpackFigures(monthly) };
  } catch {
    return null;
  }
}

export function keepFigures(cache: Cache, key: string, worked: ReadAndWorkedOut): void {
  const { figures, monthly, findings, loaded, coverage, problems, engineVersion } = worked;
  const [packed, packedMonthly] = [packFigures(figures), packFigures(monthly)];
  if (!packed || !packedMonthly) return;
  const entry: Packed = {
    figures: packed,
    monthly: packedMonthly,
    findings,
    loaded: loaded.map(withoutTexts),
    coverage,
    problems,
    engineVersion,
  };
  cache.write('figures', key, gzipSync(JSON.stringify(entry), COMPRESSION));
}

/** The texts that the engine read are gone when it is closed. */
function withoutTexts({ files, through, ...extract }: LoadedExtract): LoadedExtract {
  const read = { ...extract, files: files.map(file => ({ ...file, text: '' })) };
  if (!through) return read;
  const sources = Object.entries(through.sources).map(([name, source]) => [name, { ...source, text: '' }]);
  return { ...read, through: { ...through, sources: Object.fromEntries(sources) } };
}
