import type { Chart } from '../charts/chart.js';
import type { Problem } from '../problems.js';
import { councilColours } from '../workspace/council-colours.js';
import { readersOf } from './cover-view.js';
import { isPublished } from './editions.js';
import { fileNames } from './file-names.js';
import { glossaryOf, NO_GLOSSARY } from './glossary-view.js';
import type { Pack } from './manifest.js';
import { PACK_VIEWS, type PackDocument, type PackSource } from './pack-views.js';
import { type PageScript, pageScript } from './page-script.js';
import { packStyles } from './page-styles.js';
import type { DocumentFacts } from './pdf.js';
import { checkSelfContained } from './self-contained.js';
import { openTemplates, type Templates } from './templates.js';

/** A document of a pack as a page, before it is printed: one HTML file that needs no script and no network. */
export interface PackPage {
  /** As a file is named, without its ending. */
  readonly name: string;
  /** 'public/' for what may be published; '' for the council's own eyes. */
  readonly folder: string;
  readonly html: string;
  readonly facts: DocumentFacts;
}

export interface PackPages {
  readonly pages: readonly PackPage[];
  /** What only the finished words of a pack could tell. */
  readonly problems: readonly Problem[];
}

const GLOSSARY = 'glossary';

/** A pack whose templates and views hold, before a chart of it is drawn. */
export interface PlannedPack {
  /** Those that its pages show. */
  readonly charts: readonly Chart[];
  /** Its pages one by one, each made when it is asked for. @throws UserError 2 for slips in templates */
  readonly pages: () => Iterable<PackPages>;
}

/** @throws UserError 2 for slips in templates */
export async function planPack(source: PackSource): Promise<PlannedPack> {
  const { pack, input } = source;
  const templates = await openTemplates(pack.folders, input);
  const frame = { ...pageScript(pack.folders), styles: '', orientation: pack.page.orientation };
  const charts: Chart[] = [];
  const draw = (chart: Chart) => {
    charts.push(chart);
    return '';
  };
  const [first] = documentsOf(pack, { ...source, draw });
  // A council's own templates may ask for fields that are not there: better known before the charts are drawn.
  if (pack.isTailored && first) withoutGlossary(templates, first, frame);
  const styles = packStyles(pack, councilColours(input.settings));
  return {
    charts,
    *pages() {
      for (const document of documentsOf(pack, source))
        yield pageOf(document, { ...frame, styles }, templates, source);
    },
  };
}

/** All pages of a pack. @throws UserError 2 for slips in templates */
export async function makePack(source: PackSource): Promise<PackPages> {
  return joined((await planPack(source)).pages());
}

/** Pages that were made one by one. */
export function joined(made: Iterable<PackPages>): PackPages {
  const all = [...made];
  return { pages: all.flatMap(({ pages }) => pages), problems: all.flatMap(({ problems }) => problems) };
}

function documentsOf(pack: Pack, source: PackSource): readonly PackDocument[] {
  const documents = PACK_VIEWS[pack.view]?.(source) ?? [];
  const names = fileNames(documents.map(({ name }) => name));
  return documents.map((document, index) => ({ ...document, name: names[index] ?? document.name }));
}

/** Where the files of a pack go: 'public/' for what may be published; '' for the council's own eyes. */
export function folderOf(pack: Pack): string {
  return isPublished(pack) ? 'public/' : '';
}

type Frame = PageScript & { readonly styles: string; readonly orientation: string };

function pageOf(
  document: PackDocument,
  frame: Frame,
  templates: Templates,
  { pack, input }: PackSource,
): PackPages {
  const { html, problems } = withGlossary(templates, document, frame, input.glossary);
  checkSelfContained(html, frame, 'templates/page.hbs');
  const page = {
    name: document.name,
    folder: folderOf(pack),
    html,
    facts: {
      title: document.view.title,
      author: input.settings.council.name,
      subject: readersOf(pack, input.settings),
      createdOn: input.extractedOn,
      notice: document.view.notice,
    },
  };
  return { pages: [page], problems };
}

/** Twice, where it has a glossary: that is made from the words of the page in which it stands. */
function withGlossary(
  templates: Templates,
  document: PackDocument,
  frame: Frame,
  words: PackSource['input']['glossary'],
): { html: string; problems: readonly Problem[] } {
  const bare = withoutGlossary(templates, document, frame);
  if (!document.view.sections.some(section => section.part === GLOSSARY)) return { html: bare, problems: [] };
  const { view: glossary, problems } = glossaryOf(bare, words);
  if (glossary.rows.length === 0) return { html: bare, problems };
  return { html: templates.render('page', { ...document.view, ...frame, glossary }), problems };
}

function withoutGlossary(templates: Templates, { view }: PackDocument, frame: Frame): string {
  const sections = view.sections.filter(section => section.part !== GLOSSARY);
  return templates.render('page', { ...view, ...frame, glossary: NO_GLOSSARY, sections });
}
