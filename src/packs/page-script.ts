/** The one script of a page, and the policy that lets a browser run exactly this script and nothing else. */
import { createHash } from 'node:crypto';
import { withoutControls } from '../control-characters.js';
import { UserError } from '../problems.js';
import { readTemplate } from './templates.js';

const FILE = 'scripts/enhance.js';

export interface PageScript {
  /** Stands between the tags as it is, without a space more: the policy holds the hash of these very bytes. */
  readonly script: string;
  /** The page's Content-Security-Policy. */
  readonly policy: string;
}

/**
 * @param folders first found first used
 * @throws UserError 2 where a workspace's own script would end the element that it stands in
 */
export function pageScript(folders: readonly string[]): PageScript {
  // A browser reads every end of line as one sign before it works out the hash.
  const script = withoutControls(readTemplate(FILE, folders)).replace(/\r\n?/g, '\n').trim();
  checkCanBeEmbedded(script);
  const hash = createHash('sha256').update(script, 'utf8').digest('base64');
  const rules = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    `script-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return { script, policy: rules.join('; ') };
}

function checkCanBeEmbedded(script: string): void {
  const line = script.split('\n').findIndex(each => /<\/script|<script|<!--/i.test(each));
  if (line < 0) return;
  const message =
    'A script in a page cannot hold "<script", "</script" or "<!--", which end it early. Write it in two parts: "<" + "script".';
  throw UserError.of(2, 'script-in-page', message, { file: `templates/${FILE}`, line: line + 1 });
}
