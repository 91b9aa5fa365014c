import type { Problem } from '../problems.js';
import type { ExtractFiles } from './files.js';
import { MOST_BYTES } from './source-file.js';
import type { ExtractSources } from './sources/extract-sources.js';

/** How much one run reads in all, so that its memory is bounded: its extracts are held there together. */

/** The files that fit, the smallest first, so that as many extracts as can be are read; of the others it is told. */
export function withinLimit(
  sources: ExtractSources,
  extracts: readonly ExtractFiles[],
  most = MOST_BYTES,
): { extracts: readonly ExtractFiles[]; problems: readonly Problem[] } {
  const sizes = [...new Set(extracts.flatMap(filesOf))]
    .map(name => ({ name, bytes: sources.plainSize(name) }))
    .sort((a, b) => a.bytes - b.bytes || (a.name < b.name ? -1 : 1));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= most) return { extracts, problems: [] };
  const refused = new Set<string>();
  let held = 0;
  for (const { name, bytes } of sizes) {
    if (held + bytes > most) refused.add(name);
    else held += bytes;
  }
  return {
    extracts: extracts.map(extract => withoutFiles(extract, refused)),
    problems: extracts.flatMap(extract =>
      filesOf(extract)
        .filter(name => refused.has(name))
        .map(name => tooMuch(extract.definition.name, name, sizes, total, most)),
    ),
  };
}

function tooMuch(
  extract: string,
  name: string,
  sizes: readonly { readonly name: string; readonly bytes: number }[],
  total: number,
  most: number,
): Problem {
  const own = sizes.find(size => size.name === name)?.bytes ?? 0;
  const message = `${extract} is not read from this file: it has ${inMegabytes(own)} MB, all files together ${inMegabytes(total)}, and at most ${inMegabytes(most)} are read in one run. Export a shorter period, or only the columns that are needed.`;
  return { severity: 'error', rule: 'files-too-large', message, place: { file: `extracts/${name}` } };
}

function inMegabytes(bytes: number): string {
  return Math.round(bytes / 1e6).toLocaleString('en-GB');
}

/** Every file that it is read from. */
export function filesOf({ files, through }: ExtractFiles): string[] {
  return through ? [...through.files.values()].flat() : [...files];
}

/** The extract without files that are not read. */
export function withoutFiles(extract: ExtractFiles, refused: ReadonlySet<string>): ExtractFiles {
  const kept = (names: readonly string[]) => names.filter(name => !refused.has(name));
  const { files, through } = extract;
  if (!through) return { ...extract, files: kept(files) };
  const sources = new Map([...through.files].map(([source, names]) => [source, kept(names)]));
  return { ...extract, files: kept(files), through: { ...through, files: sources } };
}
