/** Faults of the tag tree. */
import { PDFArray, PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { dictionaryOf, type Element, get, listOf, numberOf, textOf } from './pdf-objects.js';
import type { Fault } from './pdf-ua.js';

/** The structure types of PDF 1.7, which PDF/UA-1 is about. */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** Which tags may stand directly in these, and in which these may stand. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};
const MAY_BE_EMPTY = new Set(['TD', 'TH', 'TR']);
const checkpointOf = (role: string) =>
  /^(?:T[RHD]|T(?:able|Head|Body|Foot))$/.test(role) ? '09-004' : '09-005';

export function tagFaults(document: PDFDocument, elements: readonly Element[]): Fault[] {
  const roles = roleMapOf(document);
  const named = elements.map(element => ({ ...element, role: roles.of(element.role) }));
  const roleOf = (element: Element) => roles.of(element.role);
  return [
    ...roles.faults(elements),
    ...named.flatMap(element => nestingFaults(element, roleOf)),
    ...named.flatMap(element => wordFaults(element)),
    ...headingFaults(named.map(element => element.role)),
    ...elements.filter(element => roleOf(element) === 'Table').flatMap(table => tableFaults(table, elements)),
  ];
}

function roleMapOf(document: PDFDocument) {
  const map = dictionaryOf(dictionaryOf(document.catalog, 'StructTreeRoot'), 'RoleMap');
  const follow = (role: string, seen: readonly string[] = []): string => {
    if (STANDARD.has(role) || seen.includes(role)) return role;
    const next = textOf(get(map, role));
    return next === '' ? role : follow(next, [...seen, role]);
  };
  const faults = (elements: readonly Element[]): Fault[] => {
    const used = [...new Set(elements.map(element => element.role))];
    const remapped = [...STANDARD].filter(role => textOf(get(map, role)) !== '');
    return [
      ...used
        .filter(role => !STANDARD.has(follow(role)))
        .map(role => ({ checkpoint: '02-001', what: `the tag ${role} is mapped to no standard type` })),
      ...remapped.map(role => ({ checkpoint: '02-004', what: `the standard type ${role} is mapped anew` })),
    ];
  };
  return { of: (role: string) => follow(role), faults };
}

function nestingFaults(element: Element, roleOf: (element: Element) => string): Fault[] {
  const { role, parent, children, leaves } = element;
  const allowed = CHILDREN[role];
  const wrong = allowed ? children.filter(child => !allowed.includes(roleOf(child))) : [];
  const parents = PARENTS[role];
  const faults = wrong.map(child => ({
    checkpoint: checkpointOf(role),
    what: `${roleOf(child)} stands in ${role}`,
  }));
  if (allowed && leaves.some(leaf => leaf.kind === 'content'))
    faults.push({ checkpoint: checkpointOf(role), what: `${role} holds content of its own` });
  if (parents && !(parent && parents.includes(roleOf(parent)))) {
    const what = `${role} stands in ${parent ? roleOf(parent) : 'nothing'}`;
    faults.push({ checkpoint: checkpointOf(role), what });
  }
  if (children.length + leaves.length === 0 && !MAY_BE_EMPTY.has(role))
    faults.push({ checkpoint: '01-006', what: `the tag ${role} holds nothing` });
  return faults;
}

/** Words that stand for what has none. */
function wordFaults({ role, dictionary }: Element): Fault[] {
  const hasWords = ['Alt', 'ActualText'].some(key => textOf(get(dictionary, key)).trim() !== '');
  if (role === 'Figure') {
    const faults = hasWords ? [] : [{ checkpoint: '13-004', what: 'a figure has no text alternative' }];
    const hasBox = listOf(get(dictionary, 'A')).some(
      each => each instanceof PDFDict && get(each, 'BBox') instanceof PDFArray,
    );
    if (!hasBox) faults.push({ checkpoint: 'ISO 32000 14.8.5.4.3', what: 'a figure has no bounding box' });
    return faults;
  }
  if (role === 'Formula' && !hasWords) return [{ checkpoint: '17-002', what: 'a formula has no text' }];
  if (role === 'Note' && textOf(get(dictionary, 'ID')) === '')
    return [{ checkpoint: '19-003', what: 'a note has no ID' }];
  return [];
}

function headingFaults(roles: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const levels = roles.filter(role => /^H[1-6]$/.test(role)).map(role => Number(role.slice(1)));
  if (roles.includes('H') && levels.length > 0)
    faults.push({ checkpoint: '14-007', what: 'headings with and without a number' });
  if (levels.length > 0 && levels[0] !== 1)
    faults.push({ checkpoint: '14-002', what: 'the first heading is not H1' });
  for (const [index, level] of levels.entries()) {
    const before = levels[index - 1];
    if (before !== undefined && level > before + 1)
      faults.push({ checkpoint: '14-003', what: `H${level} follows H${before}` });
  }
  return faults;
}

function tableFaults(table: Element, elements: readonly Element[]): Fault[] {
  const rows = rowsOf(table);
  const cells = rows.flatMap(row => row.children);
  const faults: Fault[] = [];
  const heads = cells.filter(cell => cell.role === 'TH');
  const isOrganized = cells.some(cell => headersOf(cell).length > 0);
  for (const head of heads) {
    if (!isOrganized && attributeOf(head, 'Scope') === undefined)
      faults.push({ checkpoint: '15-003', what: 'a head cell has no scope' });
  }
  if (heads.length === 0) faults.push({ checkpoint: '15-003', what: 'a table has no head cell' });
  const ids = new Set(elements.map(element => textOf(get(element.dictionary, 'ID'))));
  for (const name of cells.flatMap(headersOf)) {
    if (!ids.has(name))
      faults.push({ checkpoint: '15-003', what: `a cell names the head ${name}, which is not there` });
  }
  if (new Set(widthsOf(rows)).size > 1)
    faults.push({ checkpoint: '09-004', what: `rows of a table have ${widthsOf(rows).join(', ')} columns` });
  return faults;
}

function rowsOf(element: Element): Element[] {
  return element.children.flatMap(child =>
    child.role === 'TR' ? [child] : ['THead', 'TBody', 'TFoot'].includes(child.role) ? rowsOf(child) : [],
  );
}

/** Columns of each row; a cell over several rows counts in each of them. */
function widthsOf(rows: readonly Element[]): number[] {
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const cell of row.children) {
      const columns = numberOf(attributeOf(cell, 'ColSpan')) ?? 1;
      const deep = numberOf(attributeOf(cell, 'RowSpan')) ?? 1;
      for (let at = index; at < Math.min(index + deep, rows.length); at += 1)
        widths[at] = (widths[at] ?? 0) + columns;
    }
  }
  return widths;
}

function attributeOf(element: Element, key: string) {
  for (const each of listOf(get(element.dictionary, 'A'))) {
    const found = each instanceof PDFDict ? get(each, key) : undefined;
    if (found) return found;
  }
  return undefined;
}

function headersOf(element: Element): string[] {
  return listOf(attributeOf(element, 'Headers')).map(textOf);
}
