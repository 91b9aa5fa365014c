/** The scrutiny pack of the sample council, made as a user makes it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/cli/build.js';
import { toolPath } from '../../src/tool-folder.js';
import { CapturedConsole } from './captured-console.js';

export interface SamplePack {
  readonly html: string;
  readonly pdf: Uint8Array;
  /** The figures that it may show. */
  readonly figuresCsv: string;
}

export async function buildSamplePack(): Promise<SamplePack> {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  try {
    const out = join(folder, 'out');
    const options = {
      workspace: toolPath('sample-data'),
      month: '2020-09',
      out,
      pack: ['scrutiny'],
      strict: false,
      allowErrors: false,
      json: false,
    };
    await build(options, new CapturedConsole());
    return {
      html: readFileSync(join(out, 'public', 'scrutiny.html'), 'utf8'),
      pdf: readFileSync(join(out, 'public', 'scrutiny.pdf')),
      figuresCsv: readFileSync(join(out, 'public', 'figures.csv'), 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
