/** Why figures that the pack would print are missing, mixed or returned as figures, in sentences. */
import { reasonInWords } from '../figures/display.js';
import { headlinePeriod, type Measure, periodsOf } from '../measures/measure.js';
import { listed } from '../words.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';

/** "no data for August 2020 and the year to date: records are needed from …", to be read behind the measure's name. */
export function absences(measure: Measure, { figures, month }: PackInput): string[] {
  const { current, previous, yearEarlier } = packMonths(month);
  const headline = headlinePeriod(measure);
  const asked = [
    ...[current, previous, yearEarlier].map(each => ({
      name: each.name,
      period: headline,
      month: each.month,
    })),
    ...(periodsOf(measure).includes('ytd')
      ? [
          { name: 'the year to date', period: 'ytd' as const, month: current.month },
          {
            name: `the year to date in ${yearEarlier.name}`,
            period: 'ytd' as const,
            month: yearEarlier.month,
          },
        ]
      : []),
  ];
  const absent = new Map<string, string[]>();
  const returned = new Map<string, string[]>();
  for (const { name, period, month: when } of asked) {
    const figure = figures.get({ measure: measure.id, period, month: when });
    if (figure?.reason === '') continue;
    const reason = figure ? reasonInWords(figure) : 'it was not worked out';
    const names = figure && figure.value !== null ? returned : absent;
    if (!figure || figure.status === 'no-data' || figure.value !== null) {
      names.set(reason, [...(names.get(reason) ?? []), name]);
    }
  }
  return [
    ...acrossDefinitions(measure, figures, month),
    ...[...returned].map(([reason, given]) => `${listed(given)}: ${reason}.`),
    ...[...absent].map(([reason, given]) => `no data for ${listed(given)}: ${reason}.`),
  ];
}

/** A year to date that spans a change is neither definition's figure. */
function acrossDefinitions({ id }: Measure, figures: PackInput['figures'], month: string): string[] {
  const yearToDate = figures.get({ measure: id, period: 'ytd', month });
  if (!yearToDate?.definition.includes('+')) return [];
  return ['the year to date takes cases under two definitions together.'];
}
