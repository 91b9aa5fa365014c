import { expect, it } from 'vitest';
import { agreeing, counted } from '../../../src/narrative/evidence/agreement.js';

it.each([
  ['# children were in care at month end', '# child was in care at month end'],
  [
    '# children on a child protection plan were overdue a review',
    '# child on a child protection plan was overdue a review',
  ],
  ['# section 47 enquiries were started', '# section 47 enquiry was started'],
  ['# child protection plans ended', '# child protection plan ended'],
  ['# children with an open case had no worker', '# child with an open case had no worker'],
  ['# contacts came to the MASH', '# contact came to the MASH'],
  ['# of our children went missing', '# of our children went missing'],
  ['The average caseload was #', 'The average caseload was #'],
])('when there is one then "%s" is "%s"', (many, one) => {
  expect(agreeing(many, true)).toBe(one);
  expect(agreeing(many, false)).toBe(many);
});

it('when things are counted then one is one', () => {
  expect([
    counted(1, 'children'),
    counted(2, 'children'),
    counted(1, 'cases'),
    counted(1, 'enquiries'),
  ]).toEqual(['1 child', '2 children', '1 case', '1 enquiry']);
});
