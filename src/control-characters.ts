/**
 * Characters that nobody sees and that something obeys: a terminal moves its cursor or writes its title by them, a reader's
 * browser turns the order of letters and digits round. Extracts, tables and settings may hold them.
 */

/** Tab and line feed are no harm; then what orders, embeds or isolates directions, other ends of lines, halves of characters. */
const CONTROL =
  /(?![\t\n])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text for a person to read in a document: without them. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '');
}

/** Text for a terminal, a log or JSON: each as `\u001b`, which JSON reads as the character again. */
export function visibleControls(text: string): string {
  return text.replace(CONTROL, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for a message, which is one line: a cell with line feeds in it cannot pretend to be another message. */
export function inOneLine(text: string): string {
  return visibleControls(text).replaceAll('\n', '\\n');
}
