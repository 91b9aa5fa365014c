/** Names of sheets and tables that Excel takes, made from words that anybody may have written. */
import { withoutControls } from '../../control-characters.js';

const MOST_IN_SHEET = 31;
/** A table's name may have 255 characters; nobody types as many. */
const MOST_IN_TABLE = 60;
/** Excel keeps it for itself. */
const RESERVED = 'history';

/** In the order of the names; no two are the same, in capital or small letters: "Front door", "Front door 2". */
export function sheetNames(names: readonly string[]): string[] {
  const plain = names.map(name => {
    const words = withoutControls(name)
      .replace(/[[\]:*?/\\\t\n]+/g, ' ')
      .replace(/ +/g, ' ');
    const short = trimmed(shortened(words.trim(), MOST_IN_SHEET));
    return short === '' || short.toLowerCase() === RESERVED ? 'Sheet' : short;
  });
  return unlike(plain, (name, number) => `${shortened(name, MOST_IN_SHEET - ` ${number}`.length)} ${number}`);
}

/** Letters, digits and underscores: `Front_door`. Never what Excel would read as a cell, such as A1 or R1C1. */
export function tableNames(names: readonly string[]): string[] {
  const plain = names.map(name => {
    const words = name.normalize('NFKD').replace(/\p{M}/gu, '');
    return `Table_${words.replace(/[^A-Za-z0-9]+/g, '_').slice(0, MOST_IN_TABLE)}`.replace(/_+$/, '');
  });
  return unlike(plain, (name, number) => `${name}_${number}`);
}

/** Neither begins nor ends with an apostrophe, which closes a sheet's name in a formula. */
function trimmed(name: string): string {
  return name.replace(/^['\s]+|['\s]+$/g, '');
}

/** Excel counts as JavaScript does; half of a character is not left behind. */
function shortened(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

function unlike(names: readonly string[], numbered: (name: string, number: number) => string): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    let chosen = name;
    for (let number = 2; taken.has(chosen.toLowerCase()); number++) chosen = numbered(name, number);
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}
