import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OutputFile } from '../packs/output-folder.js';
import { sha256 } from '../sha256.js';
import { type Cache, keyOf } from './cache.js';

/**
 * What the files of an output folder were made from. The cache holds hashes alone: a file itself is taken from the folder
 * where it lies, if it still has the bytes that were made, so that no second copy of a pack is kept anywhere.
 */
export class KeptOutputs {
  private readonly key: string;
  private readonly earlier: ReadonlyMap<string, Output>;
  private readonly outputs: Output[] = [];
  private readonly asBefore = new Set<string>();

  /** @param folder the output folder, before this run has changed it */
  constructor(
    private readonly cache: Cache,
    private readonly folder: string,
  ) {
    this.key = keyOf('outputs', folder);
    this.earlier = read(cache, this.key);
  }

  /**
   * Files that are made together.
   * @param from everything that decides how they come out
   * @param make their bytes, in the order of their names; asked only where the folder does not hold them
   */
  async files(
    names: readonly string[],
    from: readonly unknown[],
    make: () => Promise<readonly Uint8Array[]>,
  ): Promise<OutputFile[]> {
    const madeFrom = keyOf(from);
    const there = names.flatMap(file => this.there(file, madeFrom) ?? []);
    const isThere = there.length === names.length;
    const all = isThere ? there : await make();
    return all.map((bytes, index) => {
      const file = names[index] ?? '';
      this.outputs.push({ file, madeFrom, sha256: sha256(bytes) });
      if (isThere) this.asBefore.add(file);
      return { file, bytes };
    });
  }

  isAsBefore(file: string): boolean {
    return this.asBefore.has(file);
  }

  /** When the folder holds what was made. */
  keep(): void {
    if (this.outputs.length > 0)
      this.cache.write('outputs', this.key, Buffer.from(JSON.stringify(this.outputs)));
  }

  private there(file: string, madeFrom: string): Uint8Array | null {
    const output = this.earlier.get(file);
    if (output?.madeFrom !== madeFrom) return null;
    try {
      const bytes = readFileSync(join(this.folder, file));
      return sha256(bytes) === output.sha256 ? bytes : null;
    } catch {
      return null;
    }
  }
}

const schema = z.array(z.object({ file: z.string(), madeFrom: z.string(), sha256: z.string() }));
type Output = z.infer<typeof schema>[number];

function read(cache: Cache, key: string): ReadonlyMap<string, Output> {
  const bytes = cache.read('outputs', key);
  if (!bytes) return new Map();
  try {
    return new Map(schema.parse(JSON.parse(bytes.toString('utf8'))).map(output => [output.file, output]));
  } catch {
    return new Map();
  }
}
