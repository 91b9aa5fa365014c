/**
 * What may be repeated of what the engine says of an error. Its messages about names quote the query; those about values quote
 * the data, which may be a child's, so of those only the kind and the column are told.
 */

const LEAD = /^Failed to [a-z ]+: /;
const ABOUT_THE_QUERY = /^(Parser|Binder|Catalog) Error/;
const KIND = /^[A-Z][A-Za-z ]* ?Error(?=:)/;

/** Its first line without any value; '' where it is not the engine's. */
export function engineWords(message: string): string {
  const text = message.replace(LEAD, '');
  const kind = KIND.exec(text)?.[0];
  if (kind === undefined) return '';
  if (ABOUT_THE_QUERY.test(text)) return text.split('\n')[0] ?? '';
  const column = /source column (\w+)/.exec(text)?.[1];
  return `${kind}${column ? ` in column ${column}` : ''} (the value is not shown, because it may be a child's)`;
}
