import { keyOf } from '../../cache/cache.js';
import type { ReadAndWorkedOut } from '../../cache/kept-figures.js';
import type { FoundInRows } from '../../checks/find.js';
import type { Finding } from '../../checks/rule.js';
import { Database } from '../../extracts/database.js';
import { firstMonthAsked, type OpenedCases, openCases, workOutIn } from '../../figures/work-out.js';
import {
  type FiguresAnswer,
  type FiguresAsked,
  figuresAsked,
  figuresKey,
  findingsIn,
  findingsInRows,
} from '../figures-stage.js';

/**
 * Figures for as long as somebody works on a pack. The engine stays open, so that a measure whose SQL was changed is asked
 * alone, and a target costs no query; only when the extracts, or what all queries stand on, have changed are they read again.
 */
export class LiveFigures {
  private last: FiguresAnswer | undefined;
  private opened: (OpenedCases & { readonly standsOn: string }) | undefined;
  private found: { readonly of: string; readonly findings: readonly Finding[] } | undefined;
  private inRows: (FoundInRows & { readonly of: string }) | undefined;

  /** @throws UserError like `figuresAsked` */
  async ask(asked: FiguresAsked): Promise<FiguresAnswer> {
    if (this.last?.key === figuresKey(asked)) return this.last;
    this.last = await figuresAsked(asked, given => this.workOut(given));
    return this.last;
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    await opened?.database.close();
  }

  private async workOut(asked: FiguresAsked): Promise<ReadAndWorkedOut> {
    const { prepared, month, onStage } = asked;
    const question = { ...prepared, month, onStage };
    const opened = await this.openedFor(asked);
    const findings = await this.findingsOf(opened, asked);
    return { ...(await workOutIn(opened, question)), findings };
  }

  /** Half of the work, and the same whatever the targets are. */
  private async findingsOf(
    { standsOn, database, read }: OpenedCases & { readonly standsOn: string },
    asked: FiguresAsked,
  ): Promise<readonly Finding[]> {
    const of = keyOf(standsOn, asked.prepared.catalogue.measures, [...asked.meant].sort());
    if (this.found?.of === of) return this.found.findings;
    // A measure is named in findings, and its cases may be some; the rows of extracts are what they were.
    const inRows =
      this.inRows?.of === standsOn ? this.inRows : { of: standsOn, ...findingsInRows(database, read, asked) };
    // Kept when it has gone well: what failed is asked again.
    const findings = await findingsIn(database, read, asked, inRows);
    this.inRows = inRows;
    this.found = { of, findings };
    return findings;
  }

  private async openedFor(asked: FiguresAsked): Promise<OpenedCases & { readonly standsOn: string }> {
    const { prepared, month, onStage } = asked;
    const standsOn = groundKey(asked);
    if (this.opened?.standsOn === standsOn) return this.opened;
    await this.close();
    const database = await Database.open();
    try {
      // What is wrong with the extracts is told when they have been weighed.
      const read = await openCases(database, { ...prepared, month, onStage, onRead: async () => {} });
      this.opened = { standsOn, database, read, before: new Map() };
      return this.opened;
    } catch (error) {
      await database.close();
      throw error;
    }
  }
}

/** The name of all that every query stands on: what figures are made from, without what is added to the queries' answers. */
function groundKey(asked: FiguresAsked): string {
  const { prepared, month } = asked;
  const { workspace, catalogue } = prepared;
  const bare = {
    ...prepared,
    workspace: { ...workspace, targets: [], populations: [], teams: [] },
    catalogue: { ...catalogue, measures: [], problems: [] },
  };
  const first = firstMonthAsked({ workspace, catalogue, month });
  return keyOf(figuresKey({ ...asked, prepared: bare, meant: new Set() }), first);
}
