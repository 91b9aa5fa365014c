import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { toolPath } from '../../src/tool-folder.js';

/** The packages that package-lock.json pins, ours left out. */

const packageSchema = z.object({
  version: z.string(),
  /** As SPDX writes it; absent where the package says nothing. */
  license: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().default(false),
  link: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});

const lockFileSchema = z.object({ packages: z.record(z.string(), z.unknown()) });

export interface LockedPackage extends z.infer<typeof packageSchema> {
  readonly name: string;
}

const FOLDER = 'node_modules/';

/** In the order of their names. */
export function lockedPackages(file = toolPath('package-lock.json')): LockedPackage[] {
  const { packages } = lockFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(packages)
    .filter(([path]) => path.includes(FOLDER))
    .map(([path, found]) => {
      const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
      return { name, ...packageSchema.parse(found) };
    })
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}
