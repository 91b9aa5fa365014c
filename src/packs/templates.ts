/**
 * The templates of a pack. A file of a workspace's own templates/ stands in for the built-in one of the same name.
 * Strict: a misspelt field or helper is an error that names the file, never an empty space in a public document.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withoutControls } from '../control-characters.js';
import { type FigureSource, figureText } from '../narrative/figure-reference.js';
import { UserError } from '../problems.js';
import { templateProblems } from './template-checks.js';

export interface Templates {
  /** @param name without the ending: `scrutiny` is scrutiny.hbs */
  render(name: string, view: object): string;
}

type Handlebars = typeof import('handlebars');

const PARTIALS = 'partials';
const ENDING = '.hbs';

/**
 * @param folders first found first used
 * @param source what `{{figure "measure-id"}}` in a template takes its numbers from
 * @throws UserError 2 with every slip in any template that can be told from its text
 */
export async function openTemplates(folders: readonly string[], source: FigureSource): Promise<Templates> {
  const { default: library } = await import('handlebars');
  const handlebars = library.create();
  const partials = partialsIn(folders);
  const files = [...namesIn(folders, '.'), ...partials.map(name => `${PARTIALS}/${name}`)];
  const problems = files.flatMap(name => {
    const file = `${name}${ENDING}`;
    const { text, shown } = openTemplate(file, folders);
    const ast = naming(shown, () => handlebars.parse(text));
    return templateProblems(library.Visitor, ast, shown, partials, source);
  });
  if (problems.length > 0) throw new UserError(2, problems);
  handlebars.registerHelper('figure', (id: string, { hash }: { hash: Record<string, string> }) => {
    const found = figureText({ id, options: hash }, source);
    if ('fault' in found) throw new Error(found.fault);
    return found.text;
  });
  for (const name of partials) {
    handlebars.registerPartial(name, compile(handlebars, `${PARTIALS}/${name}${ENDING}`, folders));
  }
  return {
    // Whatever a page is made of, a reader sees it in the order in which it stands.
    render: (name, view) => withoutControls(compile(handlebars, `${name}${ENDING}`, folders)(view)),
  };
}

/** The parts that templates may be made of, by their names. */
export function partialsIn(folders: readonly string[]): string[] {
  return namesIn(folders, PARTIALS);
}

/** The first of the folders' files of this name. @throws UserError 2 where none has it */
export function readTemplate(file: string, folders: readonly string[]): string {
  return openTemplate(file, folders).text;
}

/** A template's text, and its name for messages: a pack's own file is named with the pack's folder. */
function openTemplate(file: string, folders: readonly string[]): { text: string; shown: string } {
  const folder = folders.find(each => existsSync(join(each, file)));
  if (folder === undefined) {
    throw UserError.of(2, 'no-template', `There is no template ${file} in ${folders.join(' or ')}.`);
  }
  const pack = basename(dirname(folder)) === 'packs' ? `packs/${basename(folder)}/` : '';
  return { text: readFileSync(join(folder, file), 'utf8'), shown: `templates/${pack}${file}` };
}

/** Templates of a folder, without their ending. */
function namesIn(folders: readonly string[], inside: string): string[] {
  const files = folders
    .map(folder => join(folder, inside))
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
  const { text, shown } = openTemplate(file, folders);
  const compiled = naming(shown, () =>
    handlebars.compile<object>(text, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: { figure: true },
      preventIndent: true,
    }),
  );
  return (view, options) =>
    naming(shown, () =>
      compiled(view, {
        ...options,
        allowProtoPropertiesByDefault: false,
        allowProtoMethodsByDefault: false,
      }),
    );
}

/** @throws UserError 2 that names the template and its line in place of Handlebars' own error */
function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    const words = error.message.trim();
    // "... on line 3", and of a field that is not there " - 3:5".
    const line = /\bon line (\d+)/.exec(words)?.[1] ?? / - (\d+):\d+$/.exec(words)?.[1];
    const place = { file, ...(line ? { line: Number(line) } : {}) };
    throw UserError.of(2, 'template', `${words.replace(/ - \d+:\d+$/, '').replace(/\.$/, '')}.`, place);
  }
}
