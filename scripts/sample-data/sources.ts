import type { Month } from './calendar.js';
import type { Random } from './random.js';

/** Who makes contact: schools fall silent in August and in the spring of 2020. */
export function contactSource(route: string, month: Month, random: Random): string {
  if (route === 'Domestic Abuse Hub')
    return random.weighted({ Police: 92, Health: 3, 'Voluntary sector': 5 });
  const closed = month.id.endsWith('-08') ? 0.25 : month.id >= '2020-04' && month.id <= '2020-06' ? 0.35 : 1;
  return random.weighted({
    Police: 27,
    Education: 22 * closed,
    Health: 17,
    'Local authority services': 9,
    'Family member': 7,
    'Neighbour or member of the public': 5,
    Housing: 4,
    'Voluntary sector': 4,
    Anonymous: 3,
    Probation: 2,
    'Child or young person': 1,
  });
}
