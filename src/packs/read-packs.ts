/** Every pack that there is: the folders of templates/packs/, the tool's and the workspace's. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAskedFor, type Measure } from '../measures/measure.js';
import { didYouMean } from '../nearest.js';
import { type Problem, UserError } from '../problems.js';
import { checkYaml } from '../workspace/yaml-file.js';
import { AREAS, type ManifestSpec, manifestSchema, type Pack } from './manifest.js';
import { mayBePublic, PACK_VIEWS } from './pack-views.js';
import { partialsIn } from './templates.js';

const PACKS = 'packs';
const MANIFEST = 'pack.yml';

/**
 * The packs in the order of their names.
 * @param folders of templates, the workspace's before the tool's
 * @throws UserError 2 with everything that is wrong in any pack.yml
 */
export function readPacks(folders: readonly string[], measures: readonly Measure[]): Pack[] {
  const ids = [...new Set(folders.flatMap(folder => namesOfFolders(join(folder, PACKS))))].sort();
  const problems: Problem[] = [];
  const packs = ids.flatMap(id => {
    const found = readPack(id, folders, measures);
    problems.push(...found.problems);
    return found.pack ? [found.pack] : [];
  });
  if (problems.length > 0) throw new UserError(2, problems);
  return packs;
}

/** @throws UserError 2 for a name that no pack has */
export function choosePacks(packs: readonly Pack[], names: readonly string[]): Pack[] {
  if (names.length === 0) return [...packs];
  const ids = packs.map(pack => pack.id);
  const unknown = names.filter(name => !ids.includes(name));
  const problems = unknown.map((name): Problem => {
    const advice = didYouMean(name, ids) || ` There are ${ids.join(', ')}.`;
    return { severity: 'error', rule: 'unknown-pack', message: `There is no pack "${name}".${advice}` };
  });
  if (problems.length > 0) throw new UserError(2, problems);
  return packs.filter(pack => names.includes(pack.id));
}

/** The measures that a pack shows, in the order of the catalogue. @param askedBy of the report, from scorecard.yml */
export function measuresOf(pack: Pack, measures: readonly Measure[], askedBy: readonly string[]): Measure[] {
  const named = pack.sections.flatMap(section => section.measures ?? []);
  const chosen = pack.measures ?? (named.length > 0 ? named : 'reported');
  if (chosen === 'all') return [...measures];
  return chosen === 'reported'
    ? measures.filter(measure => isAskedFor(measure, askedBy))
    : measures.filter(({ id, area }) => [...chosen, ...named].some(name => name === id || name === area));
}

/** Ids of the measures that some pack has chosen to show: one of all measures tells of each why there is none. */
export function measuresMeant(
  packs: readonly Pack[],
  measures: readonly Measure[],
  askedBy: readonly string[],
): ReadonlySet<string> {
  const chosen = packs.filter(pack => pack.measures !== 'all');
  return new Set(chosen.flatMap(pack => measuresOf(pack, measures, askedBy).map(({ id }) => id)));
}

function readPack(
  id: string,
  folders: readonly string[],
  measures: readonly Measure[],
): { pack?: Pack; problems: readonly Problem[] } {
  const file = `templates/${PACKS}/${id}/${MANIFEST}`;
  const tell = (rule: string, message: string) => ({
    problems: [{ severity: 'error' as const, rule, message, place: { file } }],
  });
  // It names files, and stands in a link.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    return tell(
      'pack-name',
      'Name the folder in small letters, digits and hyphens: its files are named after it.',
    );
  }
  const own = folders.map(folder => join(folder, PACKS, id));
  const path = own.map(folder => join(folder, MANIFEST)).find(each => existsSync(each));
  if (path === undefined) {
    return tell(
      'no-pack-file',
      'A pack needs this file, which says what it is called and what stands in it.',
    );
  }
  const checked = checkYaml(file, readFileSync(path, 'utf8'), manifestSchema);
  if (!checked.value) return { problems: checked.problems };
  const pack = {
    ...checked.value,
    id,
    folders: [...own, ...folders].filter(each => existsSync(each)),
    isInternalEdition: false,
    isTailored: folders.filter(each => existsSync(each)).length > 1,
  };
  const lineOf = checked.lineOf ?? (() => 1);
  const problems = faultsOf(pack, measures).map(
    ({ path: key, rule, message }): Problem => ({
      severity: 'error',
      rule,
      message,
      place: { file, line: lineOf(key), key: key.join('.') },
    }),
  );
  return { pack, problems };
}

interface Fault {
  readonly path: readonly (string | number)[];
  readonly rule: string;
  readonly message: string;
}

function faultsOf(pack: Pack, measures: readonly Measure[]): Fault[] {
  const ids = measures.map(measure => measure.id);
  const areas = [...new Set(measures.map(measure => measure.area))];
  const views = Object.keys(PACK_VIEWS);
  const known = [...partialsIn(pack.folders), AREAS];
  const faults: Fault[] = [];
  if (!views.includes(pack.view)) {
    const advice = didYouMean(pack.view, views) || ` There are ${views.join(', ')}.`;
    faults.push({
      path: ['view'],
      rule: 'unknown-view',
      message: `There is no view "${pack.view}".${advice}`,
    });
  }
  if (pack.audience === 'public' && !mayBePublic(pack)) {
    const message = `A pack of the view "${pack.view}" is never published. Give it another audience.`;
    faults.push({ path: ['audience'], rule: 'never-public', message });
  }
  if (Array.isArray(pack.measures)) {
    faults.push(...unknownNames(pack.measures, ['measures'], [...ids, ...areas]));
  }
  for (const [index, section] of pack.sections.entries()) {
    const path = ['sections', index] as const;
    if (section.part !== undefined && !known.includes(section.part)) {
      const message = `There is no partial "${section.part}".${didYouMean(section.part, known)}`;
      faults.push({ path: [...path, 'part'], rule: 'unknown-partial', message });
    }
    faults.push(...unknownNames(section.measures ?? [], [...path, 'measures'], ids));
  }
  return [...faults, ...repeats(pack)];
}

function unknownNames(names: readonly string[], path: Fault['path'], known: readonly string[]): Fault[] {
  return names.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          {
            path: [...path, index],
            rule: 'unknown-measure',
            message: `There is no measure "${name}".${didYouMean(name, known) || ' List them with: scorecard measures.'}`,
          },
        ],
  );
}

/** A part, or a measure's charts, can stand in a page once: links lead to it by its name. */
function repeats({ sections }: ManifestSpec): Fault[] {
  const seen = new Set<string>();
  return sections.flatMap(({ part, measures = [] }, index) => {
    const names = [...(part === undefined ? [] : [`part ${part}`]), ...measures];
    return names.flatMap(name => {
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      const message = `${name} stands in the pack already. Keep one.`;
      return [{ path: ['sections', index], rule: 'repeated-section', message }];
    });
  });
}

function namesOfFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter(name => statSync(join(folder, name)).isDirectory());
}
