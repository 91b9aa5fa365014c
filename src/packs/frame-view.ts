/** What the frame of every pack shows: its title, for whom it is, what it must say on each page, and its sections. */
import { monthName } from '../months.js';
import { type AreaView, areaView } from './area-view.js';
import { areaAnchor, areasOf, textInStyles } from './areas.js';
import { type CoverView, coverView } from './cover-view.js';
import { AREAS, type Pack, type SectionSpec } from './manifest.js';
import { INTERNAL_NOTICE, internalEditionNotice, UNAPPROVED_NOTICE } from './notice.js';
import type { PackInput } from './pack-input.js';
import type { PackSource } from './pack-views.js';

export interface PackSection {
  readonly title: string;
  /** The title as a style sheet writes it: it is printed at the top of each page of the section. */
  readonly titleInStyles: string;
  readonly anchor: string;
  /** The partial that shows it; '' for one that is shown as an area is. */
  readonly part: string;
  /** The measures of the section; null where it names none. */
  readonly area: AreaView | null;
}

export interface FrameView {
  readonly title: string;
  readonly council: string;
  readonly service: string;
  /** "September 2020". */
  readonly month: string;
  /** Said on every page; '' where there is nothing to say. */
  readonly notice: string;
  /** '' where the data had no errors. */
  readonly errorsNotice: string;
  readonly cover: CoverView;
  readonly sections: readonly PackSection[];
  /** Whether the key is a section of the pack, and so not on its cover. */
  readonly hasOwnKey: boolean;
}

/** The partials of how ratings, directions and plans are read. */
const KEYS = ['key', 'plan-key'];

export function frameView(source: PackSource): FrameView {
  const { pack, input } = source;
  const { council } = input.settings;
  return {
    title: packTitle(pack, input),
    council: council.name,
    service: council.service,
    month: monthName(input.month),
    notice: noticeOf(pack, input),
    errorsNotice: input.errorsNotice,
    cover: coverView(pack, input),
    sections: pack.sections.flatMap(section => sectionsOf(section, source)),
    hasOwnKey: pack.sections.some(({ part = '' }) => KEYS.includes(part)),
  };
}

/** "Children's Services scorecard: September 2020"; the PDF's title too. */
export function packTitle({ name }: Pick<Pack, 'name'>, { settings, month }: PackInput): string {
  const { council } = settings;
  const title = name
    .replaceAll('{{service}}', () => council.service)
    .replaceAll('{{council}}', () => council.name);
  return `${title}: ${monthName(month)}`;
}

/** Said on every page, and on every sheet of its workbook; '' where there is nothing to say. */
export function noticeOf(
  { audience, isInternalEdition }: Pack,
  { settings, questions }: Pick<PackInput, 'settings' | 'questions'>,
): string {
  if (audience !== 'public') return INTERNAL_NOTICE;
  if (isInternalEdition) return internalEditionNotice(settings.report.internal_classification);
  return questions.approved ? '' : UNAPPROVED_NOTICE;
}

function sectionsOf(section: SectionSpec, { input, draw }: PackSource): PackSection[] {
  const { title = '', part = '', measures } = section;
  if (part === AREAS) {
    return areasOf(input.measures).map(area => ({
      title: area.name,
      titleInStyles: textInStyles(`${area.name}, ${monthName(input.month)}`),
      anchor: areaAnchor(area.name),
      part: '',
      area: areaView(area, input, draw),
    }));
  }
  const own = input.measures.filter(measure => measures?.includes(measure.id));
  const area = measures ? areaView({ name: title, measures: own }, input, draw) : null;
  return [{ title, titleInStyles: textInStyles(title), anchor: part || areaAnchor(title), part, area }];
}
