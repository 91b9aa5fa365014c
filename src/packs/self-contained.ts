/**
 * A finished page, whatever templates it is made from: it begins with its policy, so that a browser obeys that before it
 * meets anything else, and it holds nothing that a policy cannot hold back.
 */
import { UserError } from '../problems.js';
import type { PageScript } from './page-script.js';

/** Nothing before the policy could run: an attribute of <html> would be obeyed before it. */
const START =
  /^\s*<!DOCTYPE html>\s*<html lang="[a-z-]+">\s*<head>\s*<meta charset="utf-8">\s*(?:<meta name="viewport" content="[\w\s=,.-]*">\s*)?<meta http-equiv="Content-Security-Policy" content="([^"]*)">/i;

/** What leads a browser elsewhere, or makes ready to go there, without asking the policy. */
const LEADS_AWAY =
  /<(link|base|iframe|frame|object|embed|portal|form)\b|<meta\b[^>]*\bhttp-equiv\s*=\s*["']?\s*refresh/i;

/** @param template as named in messages · @throws UserError 2 for what a council's own templates brought in */
export function checkSelfContained(html: string, { policy, script }: PageScript, template: string): void {
  const tell = (message: string) => UserError.of(2, 'not-self-contained', message, { file: template });
  if (START.exec(html)?.[1] !== policy) {
    throw tell(
      'The page does not begin as the built-in one does. Keep its first lines, from <!DOCTYPE html> to Content-Security-Policy, as they are.',
    );
  }
  const found = LEADS_AWAY.exec(html.replace(script, ''));
  if (!found) return;
  const [, element = 'meta http-equiv="refresh"'] = found;
  throw tell(
    `The page holds <${element.toLowerCase()}>, which leads a browser out of it. A pack needs nothing but itself: take it away.`,
  );
}
