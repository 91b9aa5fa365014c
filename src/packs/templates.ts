/**
 * The templates of a pack. A file of a workspace's own templates/ stands in for the built-in one of the same name.
 * Strict: a misspelt field or helper is an error that names the file, never an empty space in a public document.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../problems.js';

export interface Templates {
  /** @param name without the ending: `scrutiny` is scrutiny.hbs */
  render(name: string, view: object): string;
}

type Handlebars = typeof import('handlebars');

const PARTIALS = 'partials';
const ENDING = '.hbs';

/** @param folders first found first used */
export async function openTemplates(folders: readonly string[]): Promise<Templates> {
  const { default: library } = await import('handlebars');
  const handlebars = library.create();
  for (const name of partialNames(folders)) {
    const file = `${PARTIALS}/${name}${ENDING}`;
    handlebars.registerPartial(name, compile(handlebars, file, folders));
  }
  return {
    render: (name, view) => compile(handlebars, `${name}${ENDING}`, folders)(view),
  };
}

/** The first of the folders' files of this name. @throws UserError 2 where none has it */
export function readTemplate(file: string, folders: readonly string[]): string {
  const found = folders.map(folder => join(folder, file)).find(path => existsSync(path));
  if (found === undefined) {
    throw UserError.of(2, 'no-template', `There is no template ${file} in ${folders.join(' or ')}.`);
  }
  return readFileSync(found, 'utf8');
}

function partialNames(folders: readonly string[]): string[] {
  const files = folders
    .map(folder => join(folder, PARTIALS))
    .filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder));
  const names = files.filter(file => file.endsWith(ENDING)).map(file => file.slice(0, -ENDING.length));
  return [...new Set(names)].sort();
}

function compile(
  handlebars: Handlebars,
  file: string,
  folders: readonly string[],
): HandlebarsTemplateDelegate<object> {
  const source = readTemplate(file, folders);
  const compiled = naming(file, () => {
    // Compiling waits for the first use; parsing now finds a fault while the file is known.
    handlebars.parse(source);
    return handlebars.compile<object>(source, { strict: true, knownHelpersOnly: true, preventIndent: true });
  });
  return (view, options) =>
    naming(file, () =>
      compiled(view, {
        ...options,
        allowProtoPropertiesByDefault: false,
        allowProtoMethodsByDefault: false,
      }),
    );
}

/** @throws UserError 2 that names the template in place of Handlebars' own error, which does not */
function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    throw UserError.of(2, 'template', `${error.message.trim()}.`, { file: `templates/${file}` });
  }
}
