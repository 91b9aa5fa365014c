import { z } from 'zod';
import { visibleControls } from '../control-characters.js';
import type { Coverage } from '../extracts/coverage.js';
import type { LoadedExtract } from '../extracts/load.js';
import { FORMATS, type Format, USUAL_FORMATS } from '../packs/formats.js';
import { formatProblem, type Problem } from '../problems.js';
import { sha256 } from '../sha256.js';
import type { Settings } from '../workspace/settings.js';

/** run.json: what a pack was made from and with. It names no clock, so that the same inputs give the same record. */

export interface Versions {
  readonly scorecard: string;
  readonly node: string;
  readonly duckdb: string;
  readonly browser: string;
  readonly font: string;
}

export interface RunFacts {
  readonly month: string;
  readonly extractedOn: string;
  readonly versions: Versions;
  readonly settings: Settings;
  readonly loaded: readonly LoadedExtract[];
  readonly coverage: readonly Coverage[];
  /** The hand-kept files, with their bytes. */
  readonly handKept: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  /** Measures, templates and facts, the tool's and the workspace's: what decides how a figure is made and shown. */
  readonly definitions: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  readonly figureCount: number;
  /** Names of the packs that were asked for. */
  readonly packs: readonly string[];
  /** What each was made as: html, pdf, xlsx. */
  readonly formats: readonly Format[];
  readonly outputs: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  readonly problems: readonly Problem[];
}

export function runRecord(facts: RunFacts): string {
  const record = {
    month: facts.month,
    extracted_on: facts.extractedOn,
    versions: facts.versions,
    settings: facts.settings,
    inputs: {
      extracts: facts.loaded.flatMap(extract =>
        extract.files.map(file => ({
          extract: extract.name,
          file: file.file,
          sha256: file.sha256,
          rows_read: file.rowsRead,
          rows_left_out: file.rowsLeftOut,
          covers_from: facts.coverage.find(each => each.extract === extract.name)?.coversFrom ?? '',
        })),
      ),
      hand_kept: facts.handKept.map(({ file, bytes }) => ({ file, sha256: sha256(bytes) })),
      definitions: facts.definitions.map(({ file, bytes }) => ({ file, sha256: sha256(bytes) })),
    },
    figures: facts.figureCount,
    packs: facts.packs,
    formats: facts.formats,
    outputs: facts.outputs.map(({ file, bytes }) => ({ file, bytes: bytes.length, sha256: sha256(bytes) })),
    warnings: facts.problems.filter(problem => problem.severity !== 'note').map(formatProblem),
  };
  return `${visibleControls(JSON.stringify(record, null, 2))}\n`;
}

const hashed = z.object({ file: z.string(), sha256: z.string() });

/** What is read of a record again; the rest of it is for people. */
const recordSchema = z.object({
  month: z.string(),
  extracted_on: z.string(),
  versions: z.record(z.string(), z.string()),
  settings: z.looseObject({ visits: z.unknown().optional() }),
  inputs: z.object({
    extracts: z.array(hashed.extend({ extract: z.string(), rows_read: z.int() })),
    hand_kept: z.array(hashed),
    definitions: z.array(hashed),
  }),
  figures: z.int(),
  packs: z.array(z.string()).default([]),
  formats: z.array(z.enum(FORMATS)).default([...USUAL_FORMATS]),
  outputs: z.array(hashed.extend({ bytes: z.int() })),
  warnings: z.array(z.string()),
});

export type RunRecord = z.infer<typeof recordSchema>;

/** null where the text is no record of a run */
export function readRunRecord(text: string): RunRecord | null {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export interface Timing {
  readonly stage: string;
  readonly seconds: number;
}

/** run.log.json: the only file that says when a run was. */
export function runLog(startedAt: string, timings: readonly Timing[]): string {
  return `${JSON.stringify({ started_at: startedAt, stages: timings }, null, 2)}\n`;
}
