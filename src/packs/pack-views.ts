/** What the templates of a pack can be given, by the name that its pack.yml asks for. */
import type { DrawChart } from '../charts/renderer.js';
import { type DataQualityInput, dataQualityView } from '../checks/data-quality-view.js';
import { bookView } from './book-view.js';
import { type FrameView, frameView } from './frame-view.js';
import { generalView } from './general-view.js';
import type { Pack } from './manifest.js';
import type { PackInput } from './pack-input.js';
import { planDocuments } from './plans/plan-documents.js';
import { RESTATEMENTS, restatementsView } from './restatements-view.js';
import { selfEvaluationDocuments } from './self-evaluation/self-evaluation-documents.js';
import { teamDocuments } from './team/team-documents.js';

/** What every view is made from. */
export interface PackSource {
  readonly pack: Pack;
  /** Holds only the measures of the pack. */
  readonly input: PackInput;
  readonly draw: DrawChart;
  /** What the checks found. */
  readonly report: Omit<DataQualityInput, 'extractedOn' | 'toolVersion'>;
}

/** One document of a pack: most packs are one, some are several, such as one for each team. */
export interface PackDocument {
  /** The file's name without its ending, and its bookmark: `scrutiny`, `team-assessment-1`. */
  readonly name: string;
  readonly view: FrameView;
}

/** Pure, but for the drawing of charts, which is handed in. */
export type PackView = (source: PackSource) => readonly PackDocument[];

export const PACK_VIEWS: Readonly<Record<string, PackView>> = {
  general: source => [{ name: source.pack.id, view: generalView(source) }],
  'indicator-book': source => [{ name: source.pack.id, view: bookView(source) }],
  plan: planDocuments,
  'self-evaluation': selfEvaluationDocuments,
  team: teamDocuments,
  'data-quality': source => {
    const { extractedOn, toolVersion } = source.input;
    const quality = dataQualityView({ ...source.report, extractedOn, toolVersion });
    const frame = frameView(source);
    const restatements = restatementsView(source.input);
    // Most months restate nothing, and an empty page says nothing.
    const sections = frame.sections.filter(({ part }) => restatements || part !== RESTATEMENTS);
    return [{ name: source.pack.id, view: { ...frame, ...quality, sections, restatements } }];
  },
};

/** Made of teams, of lines of extracts, or of words for the board: no edition of them may be published. */
const NEVER_PUBLIC = ['team', 'data-quality', 'self-evaluation'];

export function mayBePublic({ view }: Pack): boolean {
  return !NEVER_PUBLIC.includes(view);
}

/** Whether it tells teams apart; figures of teams are in no other pack. */
export function showsTeams({ view }: Pack): boolean {
  return view === 'team';
}

/** What was read and found is no figure, and has its own CSV; the measures of a plan are the indicator book's. */
const WITHOUT_WORKBOOK = ['data-quality', 'plan'];

/** Whether a workbook of its figures can be made. */
export function hasWorkbook({ view }: Pack): boolean {
  return !WITHOUT_WORKBOOK.includes(view);
}
