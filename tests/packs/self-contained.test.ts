import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageScript } from '../../src/packs/page-script.js';
import { checkSelfContained } from '../../src/packs/self-contained.js';
import { toolPath } from '../../src/tool-folder.js';

const SCRIPT = pageScript([toolPath('templates')]);
const FRAME = readFileSync(toolPath('templates', 'page.hbs'), 'utf8');

/** The built-in frame around this. */
function page(body: string, policy = SCRIPT.policy): string {
  const [, start = ''] = /(<!DOCTYPE[\s\S]*?)<title>/.exec(FRAME) ?? [];
  return `${start.replace('{{{policy}}}', policy)}<title>x</title></head><body>${body}<script>${SCRIPT.script}</script>`;
}

function refusal(html: string): string {
  try {
    checkSelfContained(html, SCRIPT, 'templates/page.hbs');
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('checkSelfContained', () => {
  it('when a page is made of the built-in frame then it is right', () => {
    expect(refusal(page('<p>&lt;iframe&gt; <a href="#x">x</a> <img src="data:,"></p>'))).toBe('');
  });

  it.each([
    page('', 'default-src *'),
    page('').replace('<html lang="en-GB">', '<html lang="en-GB" onclick="alert(1)">'),
    page('').replace('<head>', '<script>alert(1)</script><head>'),
    page('').replace('<head>', '<head><script>alert(1)</script>'),
    page('').replace(/<meta http-equiv[^>]*>/, ''),
    page('').replace('http-equiv="Content', 'http-equiv="X-Content'),
    '<p>nothing but this</p>',
  ])('when its policy is not the first that a browser meets then it is refused (%#)', html => {
    expect(refusal(html)).toContain(
      'templates/page.hbs: error: The page does not begin as the built-in one does.',
    );
  });

  it.each([
    ['<link rel="preconnect" href="http://127.0.0.1">', 'link'],
    ['<IFRAME src="file:///etc/passwd"></IFRAME>', 'iframe'],
    ['<base href="//elsewhere">', 'base'],
    ['<object data="x"></object>', 'object'],
    ['<embed src="x">', 'embed'],
    ['<form action="//elsewhere">', 'form'],
    ['<meta content="0;url=//elsewhere" http-equiv = refresh>', 'meta http-equiv="refresh"'],
  ])('when it holds %s then it is refused by that name', (body, name) => {
    expect(refusal(page(body))).toContain(`The page holds <${name}>, which leads a browser out of it.`);
  });
});
