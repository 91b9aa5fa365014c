import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../problems.js';
import { sha256 } from '../../sha256.js';
import { isTable } from '../../table-files.js';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../temporary-folder.js';
import type { ExtractLayout } from '../../workspace/settings.js';
import { changeOf, MOST_BYTES, refusalOf, stateOf } from '../source-file.js';
import { openGzip } from './gzip-file.js';
import type { ExtractSource, OpenedFile, Unpacked } from './source.js';
import { openDuckDb, openParquet } from './table-file.js';

/** All that stands in extracts/, each as a text. */

/** What a name in extracts/ is read through, by its end. */
const PACKED = /\.(csv\.gz|parquet|duckdb)$/i;

type Dates = ExtractLayout['dates'];

export class ExtractSources {
  private readonly texts = new Map<string, string>();
  private readonly hashes = new Map<string, string>();
  private readonly open: (() => void)[];

  private constructor(
    /** The folder extracts/. */
    private readonly folder: string,
    private readonly temporaryFolder: string,
    private readonly opened: readonly OpenedFile[],
    private readonly sources: ReadonlyMap<string, ExtractSource>,
    /** Of every packed file when it was opened. */
    private readonly states: ReadonlyMap<string, string>,
  ) {
    this.open = opened.flatMap(({ close }) => close ?? []);
  }

  /** What can be read as it is, and nothing else. @param folder the workspace */
  static plain(folder: string): ExtractSources {
    const path = join(folder, 'extracts');
    return new ExtractSources(path, '', [], plainSources(path, namesIn(path)), new Map());
  }

  /** @param folder the workspace */
  static async open(folder: string): Promise<ExtractSources> {
    const path = join(folder, 'extracts');
    const names = namesIn(path);
    const packed = names.filter(name => PACKED.test(name));
    if (packed.length === 0) return ExtractSources.plain(folder);
    const temporaryFolder = makeTemporaryFolder();
    const states = new Map(packed.map(name => [name, stateOf(join(path, name))]));
    const opened: OpenedFile[] = [];
    for (const [index, name] of packed.entries())
      opened.push(await openPacked(name, path, temporaryFolder, `source ${index}`));
    const plain = plainSources(
      path,
      names.filter(name => !PACKED.test(name)),
    );
    const unpacked = opened.flatMap(({ sources }) => sources.map(source => [source.name, source] as const));
    return new ExtractSources(path, temporaryFolder, opened, new Map([...plain, ...unpacked]), states);
  }

  /** Sorted, so that a run reads them in the same order everywhere. */
  get names(): readonly string[] {
    return [...this.sources.keys()].sort();
  }

  get problems(): readonly Problem[] {
    return this.opened.flatMap(({ problems }) => problems);
  }

  /** DuckDB files that could be opened. */
  get databases(): readonly string[] {
    return [...this.states.keys()].filter(
      name =>
        /\.duckdb$/i.test(name) && !this.problems.some(({ place }) => place?.file === `extracts/${name}`),
    );
  }

  /** A text whose first row is the headings. */
  headingPath(name: string): string {
    return this.sources.get(name)?.headingPath ?? join(this.folder, name);
  }

  holderOf(name: string): string {
    return this.sources.get(name)?.holder ?? name;
  }

  /** Bytes on the disk of what is not packed; 0 for what is not read anyway, of which something else is told. */
  plainSize(name: string): number {
    if (this.sources.get(name)?.unpack) return 0;
    const status = statSync(join(this.folder, name), { throwIfNoEntry: false });
    return status?.isFile() && status.size <= MOST_BYTES ? status.size : 0;
  }

  /**
   * Writes the text of what is packed.
   * @param most bytes at most
   * @returns undefined where nothing is to be done: it is not packed, or was written before
   */
  async unpack(name: string, dates: Dates, most: number): Promise<Unpacked | undefined> {
    const source = this.sources.get(name);
    const key = keyOf(name, dates);
    if (!source?.unpack || this.texts.has(key)) return undefined;
    const to = join(this.temporaryFolder, `text ${this.texts.size}.csv`);
    this.texts.set(key, to);
    const { bytes, problems } = await source.unpack({ to, dates, most });
    const path = join(this.folder, source.holder);
    const state = this.states.get(source.holder) ?? '';
    const changes = changeOf(path, `extracts/${source.holder}`, { state });
    if (changes.length === 0 && !this.hashes.has(source.holder))
      this.hashes.set(source.holder, sha256(readFileSync(path)));
    return { bytes, problems: [...problems, ...changes] };
  }

  /** The whole text; what is packed has to have been unpacked. */
  textPath(name: string, dates: Dates): string {
    return this.texts.get(keyOf(name, dates)) ?? join(this.folder, name);
  }

  /** Of the file that holds it; undefined where that is the text itself. */
  hashOf(name: string): string | undefined {
    return this.hashes.get(this.holderOf(name));
  }

  /** What holds the packed files open; nothing is unpacked afterwards. */
  closeEngines(): void {
    for (const close of this.open.splice(0)) close();
  }

  close(): void {
    this.closeEngines();
    if (this.temporaryFolder !== '') removeTemporaryFolder(this.temporaryFolder);
  }
}

/** How a text is written: one that we wrote ourselves in our own way, whatever the settings say of files. */
export function writtenAs<
  T extends { readonly encoding: ExtractLayout['encoding']; readonly delimiter?: ExtractLayout['delimiter'] },
>(name: string, layout: T): T {
  return isTable(name) ? { ...layout, encoding: 'utf-8', delimiter: 'comma' } : layout;
}

function keyOf(name: string, dates: Dates): string {
  return isTable(name) ? `${dates} ${name}` : name;
}

function namesIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path).sort() : [];
}

function plainSources(path: string, names: readonly string[]): Map<string, ExtractSource> {
  return new Map(names.map(name => [name, { name, holder: name, headingPath: join(path, name) }]));
}

async function openPacked(
  name: string,
  folder: string,
  textFolder: string,
  label: string,
): Promise<OpenedFile> {
  const path = join(folder, name);
  const unreadable = refusalOf(path, `extracts/${name}`);
  if (unreadable) return { sources: [], problems: [unreadable] };
  if (/\.parquet$/i.test(name)) return openParquet(name, folder, textFolder, label);
  if (/\.duckdb$/i.test(name)) return openDuckDb(name, folder, textFolder, label);
  return openGzip(name, path, join(textFolder, `${label} headings.csv`));
}
