import { targetFor } from '../../figures/labels.js';
import { distance, targetInWords } from '../../figures/rating.js';
import { headlinePeriod, type Measure, yearlyPeriod } from '../../measures/measure.js';
import type { Comparator } from '../../workspace/tables.js';
import { shown } from '../evidence/source.js';
import { judged, type Sentence, type Verdict } from './claim.js';

/** What a sentence says beside others: more or fewer than a comparator, above or below the target, of which base. */

const THAN =
  '(above|over|higher than|more than|greater than|below|under|lower than|fewer than|less than|better than|worse than)';
const MORE = /above|over|higher|more|greater/i;
const LESS = /below|under|lower|fewer|less/i;
const NATIONAL = /^(?:national|english)$/i;

/** "Higher than England", "below the West Midlands". */
export function comparatorClaims(sentence: Sentence): Verdict[] {
  const groups = [...new Set(sentence.source.comparators.map(row => row.group))];
  if (groups.length === 0) return [];
  const names = [...groups, 'national'].map(name => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(
    `\\b${THAN} (?:that of |those of |in )?(?:the |our )?(${names.sort((a, b) => b.length - a.length).join('|')})\\b`,
  );
  return sentence.find(pattern).flatMap(found => {
    const [said, how = '', name = ''] = found;
    sentence.blank(found);
    const group = NATIONAL.test(name) ? 'England' : name;
    const answers = sentence.measures.flatMap(measure =>
      latest(measure, group, sentence.source.comparators).flatMap(row =>
        answersBeside(measure, row, how, sentence),
      ),
    );
    return [judged('more or fewer than a comparator', said, answers)];
  });
}

function latest({ id, national }: Measure, group: string, comparators: readonly Comparator[]): Comparator[] {
  const found = comparators.filter(
    row => national !== 'none' && row.measure === id && row.group.toLowerCase() === group.toLowerCase(),
  );
  return found.filter(row => !found.some(other => other.of === row.of && other.year > row.year));
}

/** The month's figure or that of the year: a sentence may mean either. */
function answersBeside(measure: Measure, row: Comparator, how: string, { source }: Sentence) {
  const periods = [...new Set([yearlyPeriod(measure), headlinePeriod(measure)])];
  return periods.flatMap(period => {
    const figure = source.figures.get({ measure: measure.id, of: row.of, period, month: source.month });
    if (figure?.value == null) return [];
    const isMore = figure.value > row.value;
    const isBetter = measure.polarity === 'higher' ? isMore : !isMore;
    const isTrue =
      figure.value !== row.value &&
      (MORE.test(how) ? isMore : LESS.test(how) ? !isMore : /better/i.test(how) === isBetter);
    return [
      {
        isTrue,
        shows: `${shown(figure, measure, source)} (${measure.id}, ${period}) beside ${row.group} ${row.value} in ${row.year}`,
      },
    ];
  });
}

const TARGET =
  /\b(not met|missed|misses|below|under|short of|met|meets|meet|above|exceeds|exceeded|on|within|beyond) (?:the |our |its )?target\b|\btarget(?: of [^,.;]{1,30})? (?:has (?:not )?been|was|is|was not|is not) (?:still )?(met|missed)\b/;

/** "Below the target", "the target was met". */
export function targetClaims(sentence: Sentence): Verdict[] {
  return sentence.find(TARGET).flatMap(found => {
    const said = found[0].toLowerCase();
    const moments = sentence.momentsAt(found.index ?? 0);
    const answers = sentence.figures(moments).flatMap(({ measure, figure, shown: words }) => {
      const target = targetFor(figure, measure, sentence.source.targets);
      if (!target || figure.value === null) return [];
      const isMet = distance(figure.value, target) === 0;
      const edge = target.atLeast ?? target.atMost;
      const shows = `${words} against ${targetInWords(target, figure.unit)} (${measure.id})`;
      if (edge !== null && /\b(?:below|under)\b/.test(said)) return [{ isTrue: figure.value < edge, shows }];
      if (edge !== null && /\b(?:above|exceed|beyond)/.test(said))
        return [{ isTrue: figure.value > edge, shows }];
      const saysMissed = /\bnot\b|miss|short of|below|under|beyond/.test(said);
      return [{ isTrue: saysMissed !== isMet, shows }];
    });
    return [judged('target', found[0], answers)];
  });
}

/** A percentage of a narrower group than its words name: 69% of closed assessments is not 69% of assessments. */
export function baseClaims(sentence: Sentence): Verdict[] {
  if (!/\d ?%|per ?cent|\bhalf\b|\bthirds?\b|\bquarters?\b/i.test(sentence.text)) return [];
  const { measures, text } = sentence;
  const [only] = measures;
  if (!only || measures.length > 1 || only.statement.base.length === 0) return [];
  const isNamed = only.statement.base.some(word => new RegExp(`\\b${word}\\b`, 'i').test(text));
  const verdict = judged('base', text.slice(0, 60), [
    { isTrue: isNamed, shows: `${only.id} is of ${only.of}` },
  ]);
  return [verdict];
}
