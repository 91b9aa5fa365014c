import { councilColours } from '../workspace/council-colours.js';
import type { PackInput } from './pack-input.js';
import { pageStyles } from './page-styles.js';
import { openTemplates, readTemplate } from './templates.js';

/** The data-quality pack, for the performance team: one HTML file that needs no script and no network. */
export async function makeDataQualityHtml(
  view: object,
  input: PackInput,
  templatesFolders: readonly string[],
): Promise<string> {
  const templates = await openTemplates(templatesFolders, input);
  const own = readTemplate('styles/data-quality.css', templatesFolders);
  const styles = `${pageStyles(templatesFolders, councilColours(input.settings))}\n${own}`;
  return templates.render('data-quality', { ...view, styles });
}
