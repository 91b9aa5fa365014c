import { describe, expect, it } from 'vitest';
import { checkExtracts, csv } from '../support/check-extracts.js';

/** What stands first is what an analyst should mend first. */

const POSTS = 'post_id,status,fte,team,started_on,ended_on';
const AUDITS = 'audit_id,completed_on,due_month,kind,theme,grade,team';

describe('the order of findings', () => {
  it('when several are warnings then what is of a whole file is first and what changes no figure last', async () => {
    const { findings } = await checkExtracts({
      posts: csv(
        POSTS,
        'A,Agency,1,T,01/04/2020,',
        'A,Agency,1,T,01/04/2020,',
        'B,Agency,1,T,01/04/2020,01/03/2020',
      ),
      audits: csv(AUDITS),
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['empty-file', 'ended-before-started', 'repeated-row']);
  });

  it('when one touches more measures and the other more rows then rows count as often as measures', async () => {
    const { findings } = await checkExtracts({
      posts: csv(
        POSTS,
        // The status is of four measures, the end of all that look at a month end too.
        'A,Agencey,1,T,01/04/2020,',
        'B,Agencey,1,T,01/04/2020,',
        'C,Agencey,1,T,01/04/2020,',
        'D,Agency,1,T,01/04/2020,01/03/2020',
      ),
    });
    expect(findings.map(({ rule, count }) => [rule, count])).toEqual([
      ['unknown-code', 3],
      ['ended-before-started', 1],
    ]);
  });

  it('when there is an error then it is before every warning', async () => {
    const { findings } = await checkExtracts({
      posts: csv(POSTS, 'A,Agencey,1,T,01/04/2020,', 'B,Agencey,1,T,01/04/2020,'),
      audits: `${csv(AUDITS, 'A,01/09/2020,2020-09,,,Good,T')}B,01/09/20`,
    });
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });
});
