import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

/**
 * What each text holds, as JSON, by its hash. Left out is what is not valid YAML, or would not be the same as JSON: it is
 * parsed when it is read, and told then.
 * @param {readonly string[]} texts
 * @returns {Record<string, string>}
 */
export function parsedTexts(texts) {
  const entries = texts.flatMap(text => {
    const json = jsonOf(text);
    return json === '' ? [] : [[createHash('sha256').update(text).digest('hex'), json]];
  });
  return Object.fromEntries(entries.sort());
}

/** @param {string} text */
function jsonOf(text) {
  try {
    const value = parse(text) ?? {};
    const json = JSON.stringify(value);
    return isDeepStrictEqual(JSON.parse(json), value) ? json : '';
  } catch {
    return '';
  }
}
