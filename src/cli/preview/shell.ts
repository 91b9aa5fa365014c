import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeHtml } from '../../charts/escape.js';
import { toolPath } from '../../tool-folder.js';

/** The page around a previewed pack: it is told what has been made, and shows the pack in a frame, as it will be. */
export interface Shell {
  readonly html: string;
  /** Its Content-Security-Policy: its own script and styles, and nothing of anybody else. */
  readonly policy: string;
}

export function previewShell(title: string): Shell {
  const [script, style] = [read('shell.js'), read('shell.css')];
  const parts: Readonly<Record<string, string>> = { title: escapeHtml(title), script, style };
  const html = read('shell.html').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
  const rules = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return { html, policy: rules.join('; ') };
}

/** A browser reads every end of line as one sign before it works out the hash. */
function read(file: string): string {
  return readFileSync(toolPath('templates', 'preview', file), 'utf8').replace(/\r\n?/g, '\n');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
