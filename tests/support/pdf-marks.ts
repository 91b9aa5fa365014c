/** What a page's content marks, read one operator after another. */

export interface Mark {
  readonly tag: string;
  readonly mcid: number | undefined;
  readonly depth: number;
  /** Marks around this one, outermost first. */
  readonly inside: readonly string[];
  text: boolean;
  painted: boolean;
}

export interface PageContent {
  readonly marks: readonly Mark[];
  /** Operators that paint outside every mark. */
  readonly unmarked: readonly string[];
  readonly isBalanced: boolean;
}

const TOKEN =
  /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|%[^\r\n]*|\[|\]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'Tj', 'TJ', "'", '"']);
const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"']);

export function readMarks(content: string): PageContent {
  const marks: Mark[] = [];
  const open: Mark[] = [];
  const unmarked: string[] = [];
  let operands: string[] = [];
  let isBalanced = true;
  for (const [token] of content.matchAll(TOKEN)) {
    if (!/^[A-Za-z'"]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'BDC' || token === 'BMC') {
      const at = operands.indexOf('/MCID');
      const mcid = at < 0 ? undefined : Number(operands[at + 1]);
      const tag = operands[0]?.slice(1) ?? '';
      const inside = open.map(each => each.tag);
      const mark: Mark = { tag, mcid, depth: open.length, inside, text: false, painted: false };
      marks.push(mark);
      open.push(mark);
    } else if (token === 'EMC') {
      if (!open.pop()) isBalanced = false;
    } else if (PAINTS.has(token)) {
      if (open.length === 0) unmarked.push(token);
      for (const mark of open) {
        mark.painted = true;
        mark.text ||= SHOWS_TEXT.has(token);
      }
    }
    operands = [];
  }
  return { marks, unmarked, isBalanced: isBalanced && open.length === 0 };
}
