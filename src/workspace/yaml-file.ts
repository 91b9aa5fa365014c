import { type Document, isMap, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../problems.js';
import { asSentence, describeIssue } from './issues.js';
import { parsedBefore } from './parsed-yaml.js';

export interface Checked<T> {
  /** Absent when there are problems. */
  readonly value?: T;
  readonly problems: readonly Problem[];
  /** The line of a key, for checks that need to know more than the file says; absent with `value`. */
  readonly lineOf?: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads YAML against a schema and reports every problem with its line.
 * @param file as it should be named in messages
 */
export function checkYaml<T>(file: string, text: string, schema: z.ZodType<T>): Checked<T> {
  const before = parsedBefore(text);
  const parsed = parsedOnce(text);
  const errors = before === undefined ? parsed().document.errors : [];
  if (errors.length > 0) return { problems: errors.map(error => notYaml(error, file, parsed().lines)) };
  const input: unknown = before ?? parsed().document.toJS() ?? {};
  const result = schema.safeParse(input);
  const lineOf = (path: readonly PropertyKey[]) => lineAt(parsed().document.contents, path, parsed().lines);
  if (result.success) return { value: result.data, problems: [], lineOf };
  return { problems: result.error.issues.flatMap(issue => problemsOf(issue, input, schema, file, lineOf)) };
}

interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Parsed when it is first asked for: of a file whose values are known only a message needs its lines. */
function parsedOnce(text: string): () => ParsedYaml {
  let parsed: ParsedYaml | undefined;
  return () => {
    if (parsed) return parsed;
    const lines = new LineCounter();
    parsed = { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
    return parsed;
  };
}

function notYaml(error: YAMLError, file: string, lines: LineCounter): Problem {
  const { line, col: column } = lines.linePos(error.pos[0]);
  return {
    severity: 'error',
    rule: 'not-yaml',
    message: `This is not valid YAML: ${asSentence(error.message)} Check the indentation and the quotes.`,
    place: { file, line, column },
  };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  input: unknown,
  schema: z.ZodType,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  const words = describeIssue(issue, valueAt(input, issue.path), keysAt(schema, issue.path));
  return words.map((word, index) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[index] : undefined;
    const path = unknown === undefined ? issue.path : [...issue.path, unknown];
    return {
      severity: 'error',
      rule: word.rule,
      message: word.message,
      place: { file, line: lineOf(path), key: path.join('.') },
    };
  });
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

/** The line of the key or value at a path; of the nearest parent when the path itself is missing. */
function lineAt(root: Node | null, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (!isMap(node)) {
      const item: unknown =
        typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items)
          ? node.items[Number(key)]
          : null;
      node = item;
      if (hasRange(item)) offset = item.range[0];
      continue;
    }
    const pair = node.items.find(item => String(item.key) === String(key));
    if (!pair) break;
    if (hasRange(pair.key)) offset = pair.key.range[0];
    node = pair.value;
  }
  return lines.linePos(offset).line;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** What a schema holds: an object its shape, a record its values, a list its elements, a default what it wraps. */
interface Definition {
  readonly shape?: Readonly<Record<PropertyKey, unknown>>;
  readonly valueType?: unknown;
  readonly element?: unknown;
  readonly innerType?: unknown;
}

function definitionOf(schema: unknown): Definition {
  return (schema as { _zod?: { def?: Definition } } | undefined)?._zod?.def ?? {};
}

/** The keys that a schema knows at a path, seen through defaults and optionals. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const key of [...path, undefined]) {
    while (definitionOf(current).innerType) current = definitionOf(current).innerType;
    if (key === undefined) break;
    const { shape, valueType, element }: Definition = definitionOf(current);
    current = shape?.[key] ?? valueType ?? element;
  }
  return Object.keys(definitionOf(current).shape ?? {});
}
