import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { didYouMean } from '../../nearest.js';
import { type Problem, UserError } from '../../problems.js';
import { toolPath } from '../../tool-folder.js';
import { checkYaml } from '../../workspace/yaml-file.js';
import type { ExtractDefinition } from '../definitions.js';
import { checkLayoutContent } from './content-checks.js';
import { type Layout, type LayoutSpec, layoutSchema, slip } from './layout.js';

/** The layouts that there are beside our own: the tool's, and the council's, which stand before them. */

export interface LayoutLibrary {
  readonly layouts: readonly Layout[];
  readonly problems: readonly Problem[];
}

/** @param workspace a folder that may have layouts/ of its own; '' for the tool's alone */
export function readLayouts(definitions: readonly ExtractDefinition[], workspace = ''): LayoutLibrary {
  const local = workspace === '' ? [] : specsIn(join(workspace, 'layouts'), 'layouts', true);
  const builtIn = specsIn(toolPath('reference', 'layouts'), 'reference/layouts', false);
  const problems = [...local, ...builtIn].flatMap(each => each.problems);
  const specs = [...local, ...builtIn].flatMap(each => (each.read ? [each.read] : []));
  const layouts = specs.flatMap((read, index) => {
    // One of a council's stands for the tool's of the same name, which it may still be like.
    if (specs.findIndex(({ id }) => id === read.id) < index) return [];
    const base = baseOf(read, specs);
    if (base === null) {
      const known = specs.map(({ id }) => id).filter(id => id !== read.id);
      const message = `There is no layout "${read.spec.like}".${didYouMean(read.spec.like ?? '', known) || ` There are ${known.join(', ')}.`}`;
      problems.push(slip(read, ['like'], 'unknown-layout', message));
      return [];
    }
    return [merged(read, base)];
  });
  problems.push(...layouts.flatMap(layout => checkLayoutContent(layout, definitions)));
  return { layouts, problems };
}

/** @throws UserError 2 where a layout is faulty */
export function soundLayouts(
  definitions: readonly ExtractDefinition[],
  workspace: string,
): readonly Layout[] {
  const { layouts, problems } = readLayouts(definitions, workspace);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UserError(2, errors);
  return layouts;
}

interface ReadSpec {
  readonly id: string;
  readonly file: string;
  readonly isLocal: boolean;
  readonly spec: LayoutSpec;
  readonly lineOf: Layout['lineOf'];
}

function specsIn(
  folder: string,
  prefix: string,
  isLocal: boolean,
): { read?: ReadSpec; problems: readonly Problem[] }[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter(file => /\.ya?ml$/i.test(file));
  return files.sort().map(name => {
    const file = `${prefix}/${name}`;
    const { value, problems, lineOf } = checkYaml(
      file,
      readFileSync(join(folder, name), 'utf8'),
      layoutSchema,
    );
    if (!value) return { problems };
    const id = basename(name).replace(/\.ya?ml$/i, '');
    return { read: { id, file, isLocal, spec: value, lineOf: lineOf ?? (() => 1) }, problems };
  });
}

/** undefined where it is like none · null where there is none of that name */
function baseOf(read: ReadSpec, specs: readonly ReadSpec[]): ReadSpec | undefined | null {
  const { like } = read.spec;
  if (like === undefined) return undefined;
  return specs.find(each => each.id === like && each !== read && each.spec.like === undefined) ?? null;
}

function merged({ id, file, isLocal, spec, lineOf }: ReadSpec, base: ReadSpec | undefined): Layout {
  const under = base?.spec;
  const own = new Set(spec.gives.map(({ extract }) => extract));
  return {
    ...under,
    ...spec,
    id,
    file,
    isLocal,
    lineOf,
    dates: spec.dates ?? under?.dates ?? 'DD/MM/YYYY',
    encoding: spec.encoding ?? under?.encoding ?? 'utf-8',
    blanks: spec.blanks ?? under?.blanks ?? [],
    sources: { ...under?.sources, ...spec.sources },
    gives: [...spec.gives, ...(under?.gives ?? []).filter(({ extract }) => !own.has(extract))],
    without: { ...under?.without, ...spec.without },
  };
}
