import type { Figure } from '../../figures/figure.js';
import type { KnownCases } from '../case-log.js';

/** A month as it was made once: as published, or as the workspace's files would make it now. */
export interface Making {
  /** "2020-08.r1", or "now". */
  readonly name: string;
  /** Of the month. */
  readonly figures: readonly Figure[];
  readonly cases: KnownCases;
  /** Record ids by measure and the months in which they are listed, as far as is known. */
  readonly monthsOfRecords: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** SHA-256 of the SQL of each version of each measure, by measure and version. */
  readonly definitions: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** SHA-256 of the other files that figures depend on, by name. */
  readonly grounds: ReadonlyMap<string, string>;
}
