import { CacheFolder } from '../../cache/cache.js';
import { FileHashes } from '../../cache/file-hashes.js';
import { KeptCharts } from '../../cache/kept-charts.js';
import { latestExtraction } from '../../extracts/coverage.js';
import type { Figure } from '../../figures/figure.js';
import { inEditions } from '../../packs/editions.js';
import type { PackPage } from '../../packs/make-pack.js';
import type { Pack } from '../../packs/manifest.js';
import { choosePacks, measuresMeant, readPacks } from '../../packs/read-packs.js';
import { type Problem, UserError } from '../../problems.js';
import { checkFolder } from '../../workspace/workspace.js';
import { interpret, publishableFigures, type Run, sourcesOf } from '../interpret.js';
import { checkMonth } from '../month.js';
import { type Prepared, prepare, templateFolders } from '../prepare.js';
import { makePages } from '../print-packs.js';
import { stopOn } from '../stop-on.js';
import { LiveFigures } from './live-figures.js';

/** A pack that is made again and again while its workspace is edited, each time of no more than has changed. */

export interface LivePackOptions {
  /** The folder. */
  readonly workspace: string;
  readonly month: string;
  /** Such as scrutiny, or scrutiny-internal. */
  readonly pack: string;
  readonly allowErrors: boolean;
}

export interface MadePack {
  readonly pages: readonly PackPage[];
  /** Warnings, and errors where they are allowed. */
  readonly problems: readonly Problem[];
}

/** Texts and templates: settings, tables and measures are what they were when only these have changed. */
const WORDS = /^(commentary|comments|cover-report|self-evaluation|templates)\/|^cover-report\.md$/;

export class LivePack {
  private readonly figures = new LiveFigures();
  private readonly hashes = new FileHashes();
  private readonly cache: CacheFolder;
  private prepared: Prepared | undefined;
  private charts: { readonly colours: string; readonly kept: KeptCharts } | undefined;
  private publishable: { readonly of: string; readonly figures: readonly Figure[] } | undefined;

  constructor(private readonly options: LivePackOptions) {
    // A preview leaves the workspace as it is.
    this.cache = new CacheFolder(options.workspace, { reads: true, writes: false });
  }

  /** @throws UserError 2 for a name that no pack has; what else is wrong is told when it is made */
  checkName(): void {
    let prepared: Prepared;
    try {
      prepared = this.prepare(null);
    } catch (error) {
      if (error instanceof UserError) return;
      throw error;
    }
    this.chosen(prepared);
  }

  /**
   * @param changed files of the workspace that have changed since it was last asked; null for all
   * @throws UserError with everything that keeps the pack from being made
   */
  async make(changed: readonly string[] | null): Promise<MadePack> {
    const prepared = this.prepare(changed);
    const { workspace, catalogue } = prepared;
    const { settings } = workspace;
    const packs = this.chosen(prepared);
    const { month, allowErrors } = this.options;
    const worked = await this.figures.ask({
      prepared,
      month,
      meant: measuresMeant(packs, catalogue.measures, settings.report.measures_asked_by),
      allowErrors,
      cache: this.cache,
      hashes: this.hashes,
      onStage: () => {},
    });
    checkMonth(month, latestExtraction(worked.coverage));
    const run = { prepared, month, worked, allowErrors, isDraftShown: true };
    const written = interpret(run, this.publishableOf(run));
    const told = [...prepared.problems, ...worked.found, ...written.problems];
    stopOn(told, { strict: false, allowErrors });
    const pages = await makePages(sourcesOf(packs, run, written), settings, this.chartsOf(prepared));
    // The words that somebody is at work on come first.
    const problems = [...written.problems, ...pages.problems, ...prepared.problems, ...worked.found];
    stopOn(problems, { strict: false, allowErrors });
    return { pages: pages.pages, problems: problems.filter(({ severity }) => severity !== 'note') };
  }

  async close(): Promise<void> {
    await this.figures.close();
  }

  private chosen({ workspace, catalogue }: Prepared): Pack[] {
    const known = inEditions(readPacks(templateFolders(workspace.folder), catalogue.measures));
    return choosePacks(known, [this.options.pack]);
  }

  private prepare(changed: readonly string[] | null): Prepared {
    const { workspace: folder } = this.options;
    // A link that leads out of the workspace may have come with a text.
    checkFolder(folder);
    const known = this.prepared;
    const read = known?.workspace.files ?? [];
    if (known && changed?.every(file => WORDS.test(file) && !read.includes(file))) return known;
    this.prepared = undefined;
    this.prepared = prepare(folder);
    return this.prepared;
  }

  private chartsOf({ workspace }: Prepared): KeptCharts {
    const { colours } = workspace.settings.council;
    const name = JSON.stringify(colours ?? {});
    if (this.charts?.colours !== name)
      this.charts = { colours: name, kept: new KeptCharts(this.cache, [this.hashes.ofTool(), colours]) };
    return this.charts.kept;
  }

  /** It takes a third of the time that a word takes to reach the page, and hangs on no word. */
  private publishableOf(run: Run): readonly Figure[] {
    const { threshold } = run.prepared.workspace.settings.small_numbers;
    const of = `${run.worked.key} ${threshold}`;
    if (this.publishable?.of !== of) this.publishable = { of, figures: publishableFigures(run) };
    return this.publishable.figures;
  }
}
