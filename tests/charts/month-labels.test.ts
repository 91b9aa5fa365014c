import { describe, expect, it } from 'vitest';
import { monthLabels } from '../../src/charts/month-labels.js';
import { monthsTo } from '../../src/months.js';

const named = (months: string[], width: number) =>
  monthLabels(months, width)
    .map(lines => lines.filter(line => line !== '').join(' '))
    .filter(label => label !== '');

describe('the names of months on an axis', () => {
  it('when each has room, then all are named, with the year at the first and at each January', () => {
    expect(named(monthsTo('2020-02', 4), 120)).toEqual(['Nov 2019', 'Dec', 'Jan 2020', 'Feb']);
  });

  it('when there is one month, then it has its year', () => {
    expect(named(['2020-09'], 345)).toEqual(['Sep 2020']);
  });

  it('when 60 months share the axis, then the first, the last and each January clear of both are named', () => {
    // 5.75 px a month: January 2016 is 3 months from October 2015, 17 px, less than a name takes.
    expect(named(monthsTo('2020-09', 60), 345)).toEqual([
      'Oct 2015',
      'Jan 2017',
      'Jan 2018',
      'Jan 2019',
      'Jan 2020',
      'Sep 2020',
    ]);
  });
});
