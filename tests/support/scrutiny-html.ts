import type { PackInput } from '../../src/packs/pack-input.js';
import { makeScrutinyPage } from '../../src/packs/scrutiny.js';

/** The scrutiny pack's page alone, without what its making told. */
export async function makeScrutinyHtml(input: PackInput, folders: readonly string[]): Promise<string> {
  return (await makeScrutinyPage(input, folders)).html;
}
