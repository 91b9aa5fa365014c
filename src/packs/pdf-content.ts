/**
 * What a page of a PDF paints, told apart: what is tagged, and what only decorates (rules, backgrounds, the foot, heads
 * repeated over pages). The browser leaves the second unmarked or inside the tag of a table, and PDF/UA asks that it be
 * marked as an artifact, so that nothing is read aloud that says nothing.
 */

/** Left, bottom, right and top, in points of the page. */
export type Box = readonly [number, number, number, number];

export interface MarkedContent {
  readonly content: string;
  /** Numbers of marks that are artifacts now, and so belong to no tag. */
  readonly dropped: ReadonlySet<number>;
  /** Where the content of each figure lies. */
  readonly boxes: ReadonlyMap<number, Box>;
}

export interface MarksOfPage {
  readonly figures: ReadonlySet<number>;
  /** Marks that repeat what an earlier page has said. */
  readonly repeated: ReadonlySet<number>;
}

/** A text is one token: most of a page is the letters inside it. */
const TOKEN =
  /(?<=^|\s)BT(?=\s)[\s\S]*?\sET(?=\s|$)|\/\w+\s*(?:<<[^>]*>>\s*BDC|BMC)\b|(?:[-+.\d]+\s+)+(?:cm|re|m|l|c|v|y)(?=\s|$)|\/\w+\s+(?:Do|sh)(?=\s|$)|(?<=[\s>\])])(?:q|Q|EMC|[fF]\*?|[bB]\*?|[sS]|n)(?=\s|$)/g;
const TEXT_PLACE = /((?:[-+.\d]+\s+){6})Tm\b/g;

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];
const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface OpenMark {
  readonly from: number;
  readonly to: number;
  readonly mcid: number | undefined;
  says: boolean;
  box: Box | undefined;
  /** Of the path under way, which counts only when it is painted: the rest only clip. */
  pathBox: Box | undefined;
}

interface Decoration {
  readonly from: number;
  to: number;
  hasText: boolean;
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const artifact = (hasText: boolean) => `/Artifact <</Type /${hasText ? 'Pagination' : 'Layout'}>> BDC`;

export function markContent(content: string, marks: MarksOfPage): MarkedContent {
  const reader = new ContentReader(marks);
  for (const { 0: text, index } of content.matchAll(TOKEN))
    reader.read({ text, from: index, to: index + text.length });
  return { content: edited(content, reader.end()), dropped: reader.dropped, boxes: reader.boxes };
}

/** Reads a page's operators in their order and says what to change. */
class ContentReader {
  readonly dropped = new Set<number>();
  readonly boxes = new Map<number, Box>();
  readonly #marks: MarksOfPage;
  readonly #edits: Edit[] = [];
  readonly #saved: Matrix[] = [];
  #matrix = UNCHANGED;
  #depth = 0;
  #mark: OpenMark | undefined;
  #decoration: Decoration | undefined;
  /** Where the path under way began. */
  #begun: number | undefined;

  constructor(marks: MarksOfPage) {
    this.#marks = marks;
  }

  read(token: Token): void {
    const operator = /[A-Za-z]+\*?$/.exec(token.text)?.[0] ?? '';
    if (operator === 'BDC' || operator === 'BMC') this.#open(token);
    else if (operator === 'EMC') this.#close();
    else if (operator === 'q') this.#saved.push(this.#matrix);
    else if (operator === 'Q') this.#matrix = this.#saved.pop() ?? UNCHANGED;
    else if (operator === 'cm') this.#matrix = product(numbersOf(token.text), this.#matrix);
    else if (operator === 'ET') this.#text(token);
    else if (operator === 'Do' || operator === 'sh') this.#paint(token, operator === 'Do');
    else if (/^(?:re|[mlcvy])$/.test(operator)) this.#path(token, operator);
    else this.#endPath(token, operator !== 'n');
  }

  end(): Edit[] {
    if (this.#decoration) {
      const { from, to, hasText } = this.#decoration;
      this.#edits.push({ from, to: from, text: `${artifact(hasText)}\n` }, { from: to, to, text: '\nEMC' });
    }
    this.#decoration = undefined;
    return this.#edits;
  }

  #open({ text, from, to }: Token): void {
    if (this.#depth === 0) {
      this.end();
      const number = /\/MCID\s+(\d+)/.exec(text)?.[1];
      const mcid = number === undefined ? undefined : Number(number);
      this.#mark = { from, to, mcid, says: false, box: undefined, pathBox: undefined };
    }
    this.#depth += 1;
  }

  #close(): void {
    this.#depth -= 1;
    const mark = this.#mark;
    if (this.#depth > 0 || !mark) return;
    this.#mark = undefined;
    if (mark.mcid === undefined) return;
    if (this.#marks.figures.has(mark.mcid)) {
      if (mark.box) this.boxes.set(mark.mcid, mark.box);
    } else if (!mark.says || this.#marks.repeated.has(mark.mcid)) {
      this.dropped.add(mark.mcid);
      this.#edits.push({ from: mark.from, to: mark.to, text: artifact(mark.says) });
    }
  }

  /** Remembers what is painted: inside a mark that it says something, outside all that it must be marked. */
  #paint({ from, to }: Pick<Token, 'from' | 'to'>, isText: boolean): void {
    if (this.#mark) {
      this.#mark.says ||= isText;
    } else if (this.#depth === 0) {
      this.#decoration ??= { from, to, hasText: false };
      this.#decoration.to = to;
      this.#decoration.hasText ||= isText;
    }
  }

  #text(token: Token): void {
    if (!/\sT[jJ]\s/.test(token.text)) return;
    this.#paint(token, true);
    if (!this.#isInFigure(this.#mark)) return;
    const places = [...token.text.matchAll(TEXT_PLACE)].map(([place]): Point => {
      const [, , , , x = 0, y = 0] = numbersOf(place);
      return onPage([x, y], this.#matrix);
    });
    this.#mark.box = widened(this.#mark.box, places);
  }

  #path({ text, from }: Token, operator: string): void {
    this.#begun ??= from;
    if (!this.#isInFigure(this.#mark)) return;
    const points = pointsOf(operator, numbersOf(text)).map(point => onPage(point, this.#matrix));
    this.#mark.pathBox = widened(this.#mark.pathBox, points);
  }

  #endPath({ from, to }: Token, isPainted: boolean): void {
    if (isPainted) this.#paint({ from: this.#begun ?? from, to }, false);
    this.#begun = undefined;
    if (!this.#mark?.pathBox) return;
    const [left, bottom, right, top] = this.#mark.pathBox;
    const corners: Point[] = [
      [left, bottom],
      [right, top],
    ];
    if (isPainted) this.#mark.box = widened(this.#mark.box, corners);
    this.#mark.pathBox = undefined;
  }

  #isInFigure(mark: OpenMark | undefined): mark is OpenMark {
    return mark?.mcid !== undefined && this.#marks.figures.has(mark.mcid);
  }
}

function edited(content: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of [...edits].sort((one, other) => one.from - other.from)) {
    parts.push(content.slice(at, from), text);
    at = to;
  }
  parts.push(content.slice(at));
  return parts.join('');
}

/** What stands before an operator; the operator itself is not a number. */
function numbersOf(token: string): number[] {
  const words = token.split(/\s+/);
  words.pop();
  return words.map(Number);
}

function product(numbers: readonly number[], [a, b, c, d, e, f]: Matrix): Matrix {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = numbers;
  return [g * a + h * c, g * b + h * d, i * a + j * c, i * b + j * d, k * a + l * c + e, k * b + l * d + f];
}

/** The points that an operator's numbers name. */
function pointsOf(operator: string, numbers: readonly number[]): Point[] {
  if (operator === 're') {
    const [x = 0, y = 0, width = 0, height = 0] = numbers;
    return [
      [x, y],
      [x + width, y + height],
    ];
  }
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) points.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return points;
}

function onPage([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [x * a + y * c + e, x * b + y * d + f];
}

function widened(box: Box | undefined, points: readonly Point[]): Box | undefined {
  return points.reduce<Box | undefined>(
    (sofar, [x, y]) =>
      sofar
        ? [Math.min(sofar[0], x), Math.min(sofar[1], y), Math.max(sofar[2], x), Math.max(sofar[3], y)]
        : [x, y, x, y],
    box,
  );
}
