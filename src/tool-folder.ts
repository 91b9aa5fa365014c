import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the tool is installed: the folder of measures/, reference/ and templates/, from src/ as from dist/. */
export const toolFolder = dirname(dirname(fileURLToPath(import.meta.url)));

export function toolPath(...parts: string[]): string {
  return join(toolFolder, ...parts);
}
