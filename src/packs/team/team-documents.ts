/** The team pack: an overview of all teams, and a document for each. */
import { dueOfTeam } from '../../lists/due-lists.js';
import { type DueByTeam, type DueView, dueByTeam, dueView } from '../../lists/due-view.js';
import { dateName } from '../../months.js';
import type { PackSection } from '../frame-view.js';
import { type GeneralView, generalView } from '../general-view.js';
import { type PackMonths, packMonths } from '../pack-months.js';
import type { PackDocument, PackSource } from '../pack-views.js';
import type { QuestionsView } from '../questions-view.js';
import { type CaseloadsView, caseloadsInWords, caseloadsView } from './caseloads-view.js';
import { type StandingTeam, standingTeams } from './standing-teams.js';
import { figuresByTeam, teamQuestions } from './team-evidence.js';
import { type OverviewView, teamOverview } from './team-overview.js';
import { missedRows, standingInWords, type TeamArea, type TeamRow, teamTable } from './team-table.js';
import { teamTrends } from './team-trends.js';
import { measuresWithoutData } from './without-data.js';
import { casesWithoutTeam } from './without-team.js';

/** What the overview and every team's document have. */
interface TeamsView extends GeneralView {
  /** Measures with cases that are in no team's figure; '' where there are none to speak of. */
  readonly withoutTeam: string;
  /** Measures of the pack that have no data this month, with why; '' where each has. */
  readonly withoutData: string;
}

interface OverviewDocument extends TeamsView {
  /** '' in the overview. */
  readonly team: '';
  readonly overview: OverviewView;
  readonly caseloads: CaseloadsView | null;
  /** Null in a pack that lists no case. */
  readonly dueByTeam: DueByTeam | null;
}

interface TeamDocument extends TeamsView, PackMonths {
  readonly team: string;
  readonly serviceArea: string;
  readonly extracted: string;
  readonly areas: readonly TeamArea[];
  /** So few lines that its parts stand under one another, without a page for each. */
  readonly isShort: boolean;
  /** How many targets it meets this month, in a sentence; '' where it has none. */
  readonly standing: string;
  readonly missed: readonly TeamRow[];
  /** Drawn; '' where it has no percentage whose line is worth its room. */
  readonly trends: string;
  /** What is told in place of a line; '' where all are drawn. */
  readonly trendsTold: string;
  /** By role, in a line; '' where no allocation is recorded. */
  readonly caseloadsInWords: string;
  /** Case by case; null in a pack that lists none. */
  readonly due: DueView | null;
}

/** Parts of the pack.yml that begin so stand in each team's document, the others in the overview. */
const OF_A_TEAM = 'team-';
/** Parts that stand only where cases may be listed. */
const OF_CASES = ['team-due', 'all-due'];
const FEW_LINES = 8;

export function teamDocuments(source: PackSource): PackDocument[] {
  const { pack, input } = source;
  const teams = standingTeams(input, pack.id);
  const figures = figuresByTeam(input);
  const general = {
    ...generalView(source),
    withoutTeam: casesWithoutTeam(figures, input),
    withoutData: measuresWithoutData(input),
  };
  const documents = teams.flatMap((team): PackDocument[] => {
    const own = figures.get(team.name);
    if (!own) return [];
    const questions = teamQuestions(team, own, input, source.draw);
    return [{ name: team.file, view: teamDocument(team, questions, general, source) }];
  });
  return [{ name: pack.id, view: overviewDocument(teams, general, source) }, ...documents];
}

function overviewDocument(
  teams: readonly StandingTeam[],
  general: TeamsView,
  { input, draw }: PackSource,
): OverviewDocument {
  return {
    ...general,
    sections: general.sections.filter(section => !isOfATeam(section) && isMade(section, input)),
    team: '',
    overview: teamOverview(teams, input, draw),
    caseloads: caseloadsView(teams, input),
    dueByTeam: input.due
      ? dueByTeam(
          input.due,
          teams.map(({ name }) => name),
        )
      : null,
  };
}

function teamDocument(
  team: StandingTeam,
  questions: QuestionsView,
  general: TeamsView,
  { input, draw }: PackSource,
): TeamDocument {
  const trends = teamTrends(team, input);
  const areas = teamTable(team, input, draw);
  return {
    ...general,
    ...packMonths(input.month),
    title: `${team.name}: ${general.month}`,
    sections: general.sections.filter(section => isOfATeam(section) && isMade(section, input)),
    team: team.name,
    serviceArea: team.serviceArea,
    extracted: input.extractedOn === '' ? '' : dateName(input.extractedOn),
    questions,
    areas,
    isShort: team.measures.length <= FEW_LINES,
    standing: standingInWords(areas),
    missed: missedRows(areas),
    trends: trends?.chart ? draw(trends.chart) : '',
    trendsTold: trends?.told ?? '',
    caseloadsInWords: caseloadsInWords(team, input),
    due: input.due ? dueView(dueOfTeam(input.due, team.name)) : null,
  };
}

function isOfATeam({ part }: PackSection): boolean {
  return part.startsWith(OF_A_TEAM);
}

function isMade({ part }: PackSection, { due }: PackSource['input']): boolean {
  return due !== undefined || !OF_CASES.includes(part);
}
