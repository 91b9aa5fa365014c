/** What is measured: councils of so many rows each, made from the sample. */
export interface Size {
  readonly id: string;
  readonly title: string;
  readonly councils: number;
  /** Of each council. */
  readonly rows: number;
  /** Packs that the whole tool makes of each; none: all. */
  readonly packs: readonly string[];
}

const REGION = 14;
const ENGLAND = 153;

export const SIZES: readonly Size[] = [
  { id: 'small', title: 'A small council', councils: 1, rows: 30_000, packs: [] },
  { id: 'county', title: 'A large county', councils: 1, rows: 1_500_000, packs: [] },
  { id: 'region', title: 'A region', councils: REGION, rows: 15_000_000 / REGION, packs: ['scrutiny'] },
  { id: 'england', title: 'England', councils: ENGLAND, rows: 60_000_000 / ENGLAND, packs: ['scrutiny'] },
];
