import { type Database, sqlText } from '../database.js';

/**
 * The SQL of a council's layout runs while files can still be read. So it is looked at first, as the engine itself
 * understands it: it may ask the sources that it names and nothing else, and no function that gives tables of its own.
 */

const HARMLESS = new Set(['unnest', 'generate_series', 'range']);

type Node = { readonly [key: string]: unknown };

/** What is wrong with the query, in words; '' where nothing is. @param tables that it may ask */
export async function forbiddenIn(
  database: Database,
  sql: string,
  tables: readonly string[],
): Promise<string> {
  const [row] = await database.rows<{ tree: string }>(`SELECT json_serialize_sql(${sqlText(sql)}) AS tree`);
  const tree = JSON.parse(row?.tree ?? '{}') as Node;
  if (tree.error === true) return `The engine says: ${String(tree.error_message)}`;
  if (!Array.isArray(tree.statements) || tree.statements.length !== 1) return 'It is not one SELECT';
  const nodes = nodesOf(tree);
  // A name with a dot in it would be a file's where the SELECT that defines it does not reach.
  const own = nodes.flatMap(({ cte_map: map }) => keysOf(map)).filter(name => /^\w+$/.test(name));
  const allowed = new Set([...tables, ...own].map(name => name.toLowerCase()));
  const table = nodes.find(node => node.type === 'BASE_TABLE' && !isAllowed(node, allowed));
  if (table) return `It asks the table "${String(table.table_name)}", which a layout may not`;
  if (nodes.some(({ type }) => type === 'SHOW_REF'))
    return 'It asks what tables there are, which a layout may not';
  const call = nodes.find(node => node.type === 'TABLE_FUNCTION' && !HARMLESS.has(functionOf(node)));
  return call ? `It calls ${functionOf(call)}(), which a layout may not` : '';
}

function isAllowed(node: Node, allowed: ReadonlySet<string>): boolean {
  const isPlain = (node.schema_name ?? '') === '' && (node.catalog_name ?? '') === '';
  return isPlain && allowed.has(String(node.table_name).toLowerCase());
}

function functionOf({ function: call }: Node): string {
  return String((call as Node | undefined)?.function_name ?? '').toLowerCase();
}

function keysOf(map: unknown): string[] {
  const entries = (map as { map?: { key: string }[] } | undefined)?.map ?? [];
  return entries.map(({ key }) => key);
}

function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}
