/** What a reader of a page sees or hears, as text: a line for each block, without styles, scripts and drawings. */

/** Parts of a sentence; every other element begins a line of its own. */
const INLINE = 'a|abbr|b|em|i|mark|small|span|strong|sub|sup|tspan';
const UNSEEN = /<(head|style|script|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<![a-z][^>]*>/gi;
/** A tag with its quoted attributes, which may hold an angle bracket. */
const TAG = /<\/?([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const HEARD = /\s(?:aria-label|alt)="([^"]*)"/g;
const IS_INLINE = new RegExp(`^(?:${INLINE})$`, 'i');

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
};

export function readerText(html: string): string[] {
  return html
    .replaceAll(UNSEEN, '\n')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(TAG, (_, name: string, attributes: string) => {
      const heard = [...attributes.matchAll(HEARD)].map(match => `\n${match[1]}\n`).join('');
      return heard + (IS_INLINE.test(name) ? '' : '\n');
    })
    .split('\n')
    .map(line => decoded(line).replaceAll(/\s+/g, ' ').trim())
    .filter(line => line !== '');
}

function decoded(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) return character(name) ?? whole;
    return ENTITIES[name.toLowerCase()] ?? whole;
  });
}

function character(reference: string): string | undefined {
  const isHex = /^#x/i.test(reference);
  const code = Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
