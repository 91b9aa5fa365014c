/**
 * What can be asked of a page in a browser besides axe's rules. Each answers with a list of faults, empty where all is
 * well. Written as text, because it runs in the page.
 */
import type { Page } from 'puppeteer';

const faultsOf = async (page: Page, script: string): Promise<string[]> =>
  (await page.evaluate(`(() => { const faults = []; ${script}; return faults; })()`)) as string[];

/**
 * Letters against what lies behind them: 4.5:1, large ones 3:1. axe leaves undecided what stands in drawings and in
 * boxes that scroll; in a drawing the last shape painted before a text under its middle is its ground.
 */
export function contrastFaults(page: Page): Promise<string[]> {
  return faultsOf(
    page,
    `
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const known = new Map();
    const read = colour => {
      if (!known.has(colour)) {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
      }
      return known.get(colour);
    };
    const over = ([r, g, b, a], [br, bg, bb]) => {
      const part = a / 255;
      return [r * part + br * (1 - part), g * part + bg * (1 - part), b * part + bb * (1 - part)];
    };
    const light = channel => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
    const ratio = (one, other) => {
      const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const canvasColour = read('Canvas');
    const ground = element => {
      const layers = [];
      for (let at = element; at; at = at.parentElement) layers.push(read(getComputedStyle(at).backgroundColor));
      return layers.reverse().reduce((below, layer) => over(layer, below), canvasColour.slice(0, 3));
    };
    const shapeUnder = text => {
      const box = text.getBBox();
      const svg = text.ownerSVGElement;
      const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(text.getCTM());
      let found = ground(svg);
      for (const shape of svg.querySelectorAll('path, rect, circle, polygon')) {
        if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
        if (shape.closest('defs, clipPath, symbol')) continue;
        const { fill, fillOpacity, opacity } = getComputedStyle(shape);
        const point = middle.matrixTransform(shape.getCTM().inverse());
        if (fill === 'none' || fill.startsWith('url') || !shape.isPointInFill(point)) continue;
        const [r, g, b, a] = read(fill);
        found = over([r, g, b, a * fillOpacity * opacity], found);
      }
      return found;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.textContent.trim() || seen.has(element)) continue;
      if (element.closest('script, style, [hidden]') || element.getClientRects().length === 0) continue;
      seen.add(element);
      const style = getComputedStyle(element);
      if (style.visibility !== 'visible') continue;
      const isDrawn = element.ownerSVGElement !== null && element.ownerSVGElement !== undefined;
      const behind = isDrawn ? shapeUnder(element) : ground(element);
      const letters = over(read(isDrawn ? style.fill : style.color), behind);
      const size = parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
      const found = ratio(letters, behind);
      if (found < needed) faults.push(found.toFixed(2) + ':1 "' + node.textContent.trim().slice(0, 40) + '"');
    }`,
  );
}

export function headingFaults(page: Page): Promise<string[]> {
  return faultsOf(
    page,
    `
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    const levels = headings.map(heading => Number(heading.tagName[1]));
    if (levels.filter(level => level === 1).length !== 1) faults.push('not one h1');
    if (levels[0] !== 1) faults.push('the first heading is not h1');
    levels.forEach((level, index) => {
      if (index > 0 && level > levels[index - 1] + 1) faults.push('skips to ' + headings[index].textContent);
    });
    for (const heading of headings) if (!heading.textContent.trim()) faults.push('an empty heading');`,
  );
}

export function tableFaults(page: Page): Promise<string[]> {
  return faultsOf(
    page,
    `
    for (const table of document.querySelectorAll('table')) {
      const caption = table.caption?.textContent.trim();
      if (!caption) faults.push('no caption: ' + table.className);
      for (const head of table.querySelectorAll('th')) {
        if (!head.scope) faults.push('no scope: ' + caption + ': ' + head.textContent);
        if (!head.textContent.trim()) faults.push('an empty head: ' + caption);
      }
      // A browser looks for a row's head to the left of a cell, and for a column's above it.
      for (const cell of table.querySelectorAll('tbody td, tfoot td')) {
        const before = [...cell.parentElement.cells].slice(0, cell.cellIndex);
        const hasHead = before.some(each => each.matches('th')) || cell.headers !== '';
        if (cell.textContent.trim() && !hasHead && cell.ariaHidden !== 'true') {
          faults.push('a row without a head: ' + caption);
          break;
        }
      }
    }`,
  );
}

/** Drawings: each has a text that says more than its heading, and no two have the same. */
export function alternativeFaults(page: Page): Promise<string[]> {
  return faultsOf(
    page,
    `
    const told = new Set();
    const plain = text => text.trim().replace(/\\s+/g, ' ').toLowerCase();
    for (const image of document.querySelectorAll('svg:not([aria-hidden="true"]), img:not([alt=""]), [role="img"]')) {
      const text = (image.getAttribute('aria-label') ?? image.getAttribute('alt') ?? '').trim();
      const place = image.closest('article, section');
      const headings = [...(place?.querySelectorAll('h2, h3, h4, caption, figcaption, .chart-title') ?? [])];
      if (!text) faults.push('no text alternative: ' + (place?.id ?? ''));
      else if (headings.some(heading => plain(heading.textContent) === plain(text))) faults.push('only the heading: ' + text);
      else if (told.has(plain(text))) faults.push('twice: ' + text);
      told.add(plain(text));
    }`,
  );
}

/** Elements that stick out of the page, and the page itself where it scrolls sideways. */
export function widthFaults(page: Page): Promise<string[]> {
  return faultsOf(
    page,
    `
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push('the page is ' + scrollWidth + ' wide in ' + clientWidth);`,
  );
}

interface Stop {
  readonly index: number;
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly hasOutline: boolean;
}

/** Notes every stop as it is reached: asking after each would take ten times as long. */
const NOTE_STOPS = `(() => {
  window.stops = [];
  const all = [...document.querySelectorAll('a[href], button, [tabindex="0"]')].filter(each => each.getClientRects().length > 0);
  document.addEventListener('focusin', ({ target }) => {
    const { top, bottom, left, right } = target.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const words = (target.getAttribute('aria-label') ?? target.textContent).trim().replace(/\\s+/g, ' ');
    window.stops.push({
      index: all.indexOf(target),
      name: '"' + words.slice(0, 40) + '"',
      top: top + scrollY, bottom: bottom + scrollY, left, right,
      hasOutline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    });
  });
  document.activeElement?.blur();
  scrollTo(0, 0);
  return all.length;
})()`;

/** The page walked with the Tab key: all that can be reached, in the order in which it is read, and seen to be. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const count = (await page.evaluate(NOTE_STOPS)) as number;
  for (let press = 0; press < count; press += 1) await page.keyboard.press('Tab');
  const stops = (await page.evaluate('window.stops')) as Stop[];
  const faults = stops.flatMap((stop, at) => {
    const before = stops[at - 1];
    const goesBack = before && at > 1 && stop.bottom < before.top && stop.left < before.right - 8;
    return [
      stop.index === at ? '' : `${stop.name} comes ${at + 1} and is read ${stop.index + 1}`,
      stop.hasOutline ? '' : `${stop.name} does not show its focus`,
      goesBack ? `${stop.name} comes after ${before.name} and stands before it` : '',
    ].filter(fault => fault !== '');
  });
  return stops.length === count ? faults : [...faults, `${stops.length} of ${count} were reached`];
}
