import { openCharts } from '../charts/renderer.js';
import type { PackInput } from './pack-input.js';
import { pageStyles } from './page-styles.js';
import { scrutinyView } from './scrutiny-view.js';
import { openTemplates } from './templates.js';

/** The public pack for the scrutiny committee: one HTML file that needs no script and no network. */
export async function makeScrutinyHtml(
  input: PackInput,
  templatesFolders: readonly string[],
): Promise<string> {
  const draw = await openCharts();
  const templates = await openTemplates(templatesFolders);
  const view = scrutinyView(input, draw);
  return templates.render('scrutiny', { ...view, styles: pageStyles(templatesFolders) });
}
