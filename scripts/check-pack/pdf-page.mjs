/** @typedef {import('pdfjs-dist').PDFPageProxy} Page */

/**
 * @typedef {object} Tag
 * @property {string} role
 * @property {string | undefined} alt
 * @property {string} text of the tag and all within it
 */

/**
 * @typedef {object} PrintedPage
 * @property {number} number
 * @property {readonly Tag[]} tags
 * @property {string} text all of it
 * @property {string} body what is tagged: the page itself, without header and footer
 * @property {string} margins what stands at the very top and bottom
 */

/** Header and footer are in the outer 7% of the height: 21 mm of A4. */
const MARGIN = 0.07;

/**
 * @param {Page} page
 * @returns {Promise<PrintedPage>}
 */
export async function readPage(page) {
  const { texts, margins, body } = await readTexts(page);
  /** @type {Tag[]} */
  const tags = [];
  const tree = await page.getStructTree();
  if (tree !== null) collect(tree, texts, tags);
  return {
    number: page.pageNumber,
    tags,
    text: [body, ...margins, ...texts.values()].join(' '),
    body,
    margins: margins.join(' '),
  };
}

/**
 * The page's text by the piece of tagged content that it belongs to.
 * @param {Page} page
 */
async function readTexts(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const [, bottom = 0, , top = 0] = page.view;
  const margin = (top - bottom) * MARGIN;
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @type {string[]} */
  const margins = [];
  /** @type {(string | undefined)[]} */
  const open = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast(each => each !== undefined) ?? '';
      texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      const height = item.transform[5];
      if (height < bottom + margin || height > top - margin) margins.push(item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  const body = [...texts].filter(([id]) => id !== '').map(([, text]) => text);
  return { texts, margins, body: body.join(' ') };
}

/**
 * @param {Awaited<ReturnType<Page['getStructTree']>>} node
 * @param {ReadonlyMap<string, string>} texts
 * @param {Tag[]} tags
 * @returns {string} the node's text
 */
function collect(node, texts, tags) {
  let text = '';
  for (const child of node.children) {
    text += 'role' in child ? collect(child, texts, tags) : ` ${texts.get(child.id) ?? ''}`;
  }
  const alt = 'alt' in node ? String(node.alt) : undefined;
  tags.push({ role: node.role, alt, text });
  return text;
}
