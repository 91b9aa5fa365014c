/** What is good in a team and what needs attention: the evidence of a draft, asked of the team's own figures. */
import { escapeHtml } from '../../charts/escape.js';
import type { DrawChart } from '../../charts/renderer.js';
import type { Figure } from '../../figures/figure.js';
import { FigureSet } from '../../figures/figure-set.js';
import { variationSettings } from '../../figures/variation/settings.js';
import { headlinePeriod } from '../../measures/measure.js';
import { type Candidate, chooseCandidates } from '../../narrative/draft/choose.js';
import type { EvidenceSource } from '../../narrative/evidence/source.js';
import { fillFigures } from '../../narrative/figure-reference.js';
import type { Statement, ThreeQuestions } from '../../narrative/questions.js';
import type { ActionItem } from '../../workspace/tables.js';
import type { PackInput } from '../pack-input.js';
import { type QuestionsView, questionsView } from '../questions-view.js';
import type { StandingTeam } from './standing-teams.js';

/** The figures of each team as if it were the whole service: those of the measures given. */
export function figuresByTeam({ figures, measures }: PackInput): ReadonlyMap<string, FigureSet> {
  const asked = new Set(measures.map(measure => measure.id));
  const byTeam = new Map<string, Figure[]>();
  for (const figure of figures.all) {
    if (figure.team === '' || figure.category !== '' || !asked.has(figure.measure)) continue;
    const own = byTeam.get(figure.team);
    const whole = { ...figure, team: '' };
    if (own) own.push(whole);
    else byTeam.set(figure.team, [whole]);
  }
  return new Map([...byTeam].map(([team, own]) => [team, new FigureSet(own)]));
}

/** The page that every pack opens with, of a team: its evidence, and the service's actions that are about its measures. */
export function teamQuestions(
  team: StandingTeam,
  figures: FigureSet,
  input: PackInput,
  draw: DrawChart,
): QuestionsView {
  const own = teamInput(team, figures, input);
  const questions = {
    ...input.questions,
    ...teamEvidence(own),
    actions: teamActions(own),
    finished: [],
    // Worked out by the rules of the evidence: there are no words that anybody has to approve.
    approved: BY_RULE,
    absence: '',
  };
  return questionsView({ ...own, questions }, draw);
}

const BY_RULE = { by: '', on: '' };

/** The service's actions about measures of which the team has a figure this month, and those measures of them alone. */
export function teamActions({ questions, measures, figures, month }: PackInput): ActionItem[] {
  const hasFigure = (id: string) =>
    measures.some(
      measure =>
        measure.id === id &&
        figures.get({ measure: id, period: headlinePeriod(measure), month })?.value != null,
    );
  return questions.actions
    .map(action => ({ ...action, measures: action.measures.filter(hasFigure) }))
    .filter(action => action.measures.length > 0);
}

/** What is said of a team as if it were the whole service. @param figures of the team alone */
export function teamInput(team: StandingTeam, figures: FigureSet, input: PackInput): PackInput {
  const shares = team.measures
    .filter(({ kind }) => kind === 'ratio' || kind === 'average')
    .map(({ id }) => id);
  return {
    ...input,
    figures,
    measures: team.measures,
    // A count's target is the whole service's, and others publish no teams.
    targets: input.targets.filter(({ measure }) => shares.includes(measure)),
    comparators: [],
  };
}

/** @param input of the team */
export function teamEvidence(input: PackInput): Pick<ThreeQuestions, 'goingWell' | 'worriedAbout'> {
  const { month, measures, figures, targets, comparators, settings } = input;
  const source: EvidenceSource = {
    ...{ month, measures, figures, targets, comparators },
    // The pack is for the council's own eyes: nothing in it is hidden.
    published: figures,
    variation: variationSettings(settings),
    smallNumber: settings.small_numbers.threshold,
  };
  const { goingWell, worriedAbout } = chooseCandidates(source);
  const statements = (candidates: readonly Candidate[]) =>
    candidates.map(candidate => statementOf(candidate, source));
  return { goingWell: statements(goingWell), worriedAbout: statements(worriedAbout) };
}

function statementOf({ text, measure }: Candidate, source: EvidenceSource): Statement {
  const filled = fillFigures(text, source).text;
  return { html: escapeHtml(filled), text: filled, measures: [measure.id], line: 0 };
}
