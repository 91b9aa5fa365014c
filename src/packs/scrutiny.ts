import { openCharts } from '../charts/renderer.js';
import type { Problem } from '../problems.js';
import { councilColours } from '../workspace/council-colours.js';
import { glossaryOf } from './glossary-view.js';
import type { PackInput } from './pack-input.js';
import { pageScript } from './page-script.js';
import { pageStyles } from './page-styles.js';
import { scrutinyView } from './scrutiny-view.js';
import { openTemplates } from './templates.js';

export interface ScrutinyPage {
  readonly html: string;
  readonly problems: readonly Problem[];
}

/** The public pack for the scrutiny committee: one HTML file that needs no script and no network. */
export async function makeScrutinyPage(
  input: PackInput,
  templatesFolders: readonly string[],
): Promise<ScrutinyPage> {
  const colours = councilColours(input.settings);
  const templates = await openTemplates(templatesFolders, input);
  // A council's own templates may ask for fields that are not there: better known before the charts are drawn.
  if (templatesFolders.length > 1)
    templates.render('scrutiny', {
      ...scrutinyView(input, () => ''),
      ...pageScript(templatesFolders),
      styles: '',
    });
  const draw = await openCharts(colours);
  const view = { ...scrutinyView(input, draw), ...pageScript(templatesFolders) };
  const styles = pageStyles(templatesFolders, colours);
  // Twice: a glossary is made from the words of the page that it stands in. The charts are drawn once, in the view.
  const bare = templates.render('scrutiny', { ...view, styles });
  const { view: glossary, problems } = glossaryOf(bare, input.glossary);
  return { html: templates.render('scrutiny', { ...view, glossary, styles }), problems };
}
