import { headingOf, plain } from '../extracts/headings.js';
import type { CheckedExtract } from './context.js';

/** What was read of an extract, so that a person can see whether it is what was sent. */
export interface ExtractSummary {
  readonly extract: string;
  /** The layout that it was read through; '' for our own. */
  readonly layout: string;
  readonly files: readonly FileSummary[];
  /** Our columns that some file has. */
  readonly columns: readonly string[];
  /** Those that none has. */
  readonly missing: readonly string[];
  /** Our columns that stand under a heading of the layout's, with it. */
  readonly mapped: Readonly<Record<string, string>>;
  /** YYYY-MM-DD; '' where the extract records no event. */
  readonly coversFrom: string;
  readonly lastDate: string;
  readonly extractedOn: string;
}

export interface FileSummary {
  readonly file: string;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  /** Headings that no column of ours takes. */
  readonly unknown: readonly string[];
}

export function summaryOf(extract: CheckedExtract): ExtractSummary {
  const { definition, layout, loaded, coverage } = extract;
  const wanted = definition.columns.map(column => headingOf(column, layout));
  const names = definition.columns.map(({ name }) => name);
  return {
    extract: loaded.name,
    layout: loaded.through?.layout ?? '',
    files: loaded.files.map(({ file, rowsRead, rowsLeftOut, headings }) => {
      if (loaded.through) {
        return { file, rowsRead, rowsLeftOut, unknown: loaded.through.sources[file]?.unknown ?? [] };
      }
      const unknown = headings.filter(name => !wanted.includes(plain(name)));
      return { file, rowsRead, rowsLeftOut, unknown };
    }),
    columns: names.filter(name => loaded.columns.includes(name)),
    missing: names.filter(name => !loaded.columns.includes(name)),
    mapped: Object.fromEntries(
      Object.entries(loaded.through?.headings ?? layout.columns).filter(([name]) =>
        loaded.columns.includes(name),
      ),
    ),
    coversFrom: coverage.coversFrom,
    lastDate: loaded.recorded.latest,
    extractedOn: coverage.extractedOn,
  };
}

/** Past these a file is another than was meant, and more of its headings say nothing new. */
const MOST_HEADINGS = 20;
const LONGEST_HEADING = 40;

/** Headings that no column of ours takes, in quotes, each once. */
export function unreadHeadings({ files }: ExtractSummary): string[] {
  const names = [...new Set(files.flatMap(({ unknown }) => unknown))];
  const shown = names.slice(0, MOST_HEADINGS).map(name => `"${name.slice(0, LONGEST_HEADING)}"`);
  const more = names.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}
