/** Where the words, the bookmarks and the links of a PDF are: page and height. Read by pdf.js, which wrote none of it. */

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface Bookmark {
  readonly title: string;
  readonly depth: number;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

export interface Jump {
  readonly from: number;
  /** The words that are pressed. */
  readonly text: string;
  readonly to: number;
  /** The words at the place where it lands. */
  readonly lands: string;
}

export interface PdfPlaces {
  readonly pages: readonly {
    readonly text: string;
    readonly width: number;
    readonly height: number;
    readonly items: readonly PlacedText[];
  }[];
  readonly bookmarks: readonly Bookmark[];
  readonly jumps: readonly Jump[];
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Document = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type Outline = NonNullable<Awaited<ReturnType<Document['getOutline']>>>;
type Item = Outline[number];

export async function readPlaces(bytes: Uint8Array): Promise<PdfPlaces> {
  // After the charts: it brings a canvas of another version, and a process in which ours comes second dies.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const placed = items.flatMap(item =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number }]
        : [],
    );
    const text = items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ text, width, height, items: placed });
  }
  const bookmarks = await bookmarksOf(document, (await document.getOutline()) ?? [], 0);
  const jumps: Jump[] = [];
  for (const [index, { items }] of pages.entries()) {
    const page = await document.getPage(index + 1);
    for (const annotation of await page.getAnnotations()) {
      if (annotation.subtype !== 'Link') continue;
      const to = await placeOf(document, annotation.dest);
      const [left, bottom, right, top] = annotation.rect as [number, number, number, number];
      const inside = ({ x, y }: PlacedText) => x >= left - 2 && x <= right && y >= bottom - 2 && y <= top;
      // Its words begin at the place's height or a little below it.
      const near = ({ y }: PlacedText) => y <= to.y + 2 && y >= to.y - 60;
      jumps.push({
        from: index + 1,
        text: textOf(items.filter(inside)),
        to: to.page,
        lands: textOf(pages[to.page - 1]?.items.filter(near) ?? []),
      });
    }
  }
  await task.destroy();
  return { pages, bookmarks, jumps };
}

async function bookmarksOf(document: Document, items: readonly Item[], depth: number): Promise<Bookmark[]> {
  const found: Bookmark[] = [];
  for (const item of items) {
    found.push({ title: item.title, depth, ...(await placeOf(document, item.dest)) });
    found.push(...(await bookmarksOf(document, item.items as Outline, depth + 1)));
  }
  return found;
}

async function placeOf(document: Document, destination: Item['dest']) {
  const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
  if (!explicit) return { page: 0, x: 0, y: 0 };
  const [page, , x, y] = explicit;
  return { page: (await document.getPageIndex(page)) + 1, x: Number(x ?? 0), y: Number(y ?? 0) };
}

const textOf = (items: readonly PlacedText[]) =>
  items
    .map(item => item.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
