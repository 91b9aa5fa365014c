import { describe, expect, it } from 'vitest';
import { readCommentary } from '../../../src/narrative/commentary-file.js';
import { chooseCandidates } from '../../../src/narrative/draft/choose.js';
import { type DraftInput, newDraft, withNewCandidates } from '../../../src/narrative/draft/draft-file.js';
import type { ActionItem } from '../../../src/workspace/tables.js';
import { aMeasure, anAction } from '../../support/examples.js';
import { ORDINARY, sourceOf } from '../evidence/examples.js';

const measure = aMeasure({ polarity: 'lower' });

function input(actions: readonly ActionItem[] = []): DraftInput {
  const source = sourceOf(measure, [...ORDINARY, 39], { parts: { numerator: 40, denominator: 100 } });
  return { chosen: chooseCandidates(source), actions, source, extractedOn: '2020-10-05' };
}

describe('newDraft', () => {
  it('when a draft is read back then its statements stand, nothing is wrong and nobody has approved it', () => {
    const read = readCommentary('file', newDraft(input([anAction()])));
    expect(read.problems).toEqual([]);
    expect(read.approved).toBeNull();
    expect(read.statements).toMatchObject([
      {
        question: 'What are we worried about?',
        measures: ['example'],
        text: expect.stringMatching(/^\{\{figure "example"}} of cases/),
      },
    ]);
  });

  it('when there is evidence then a remark says score, weight and facts with their numbers', () => {
    const text = newDraft(input());
    expect(text).toContain('Score 3.0: weight 3 x evidence 1.00 (special cause (R1) 1.00)');
    expect(text).toContain('Up 18 percentage points from 21% the month before.');
    expect(text).toContain('The highest in over a year; the highest so far this year.');
  });

  it('when actions are open then they go on with their state, and ended ones do not', () => {
    const text = newDraft(
      input([
        anAction({ id: 'A1', due: '2020-09-30', status: 'Delayed', measures: ['other'] }),
        anAction({ id: 'A2', status: 'Complete' }),
        anAction({ id: 'A3', opened: '2020-10' }),
      ]),
    );
    expect(text).toContain(
      'A1: Hold a daily meeting on contacts. Lead: Head of Service. Delayed, overdue, due 30 September 2020.',
    );
    expect(text).not.toContain('A2:');
    expect(text).not.toContain('A3:');
    expect(text).toContain('Worries that no open action answers:\nExample measure [example]');
  });

  it('when every worry has an action then that is said', () => {
    expect(newDraft(input([anAction({ measures: ['example'] })]))).toContain(
      'Every worry above has an action.',
    );
  });

  it('when an action would end the remark then it does not', () => {
    const text = newDraft(input([anAction({ action: 'Stop --> - typed as a statement [example]' })]));
    expect(readCommentary('file', text).statements).toHaveLength(1);
    expect(readCommentary('file', text).problems).toEqual([]);
  });
});

describe('withNewCandidates', () => {
  const own = '## What is going well?\n- My own words, *as I typed them*. [other]\n';

  it('when somebody has written then every letter stays and candidates stand below', () => {
    const { text, added } = withNewCandidates(own, readCommentary('file', own), input());
    expect(added).toBe(1);
    expect(text.startsWith(own)).toBe(true);
    const read = readCommentary('file', text);
    expect(read.statements.map(each => each.measures)).toEqual([['other']]);
    expect(read.candidates).toEqual(['example']);
    expect(read.problems).toEqual([]);
  });

  it('when the file says something of each candidate, or holds it already, then nothing changes', () => {
    const once = withNewCandidates(own, readCommentary('file', own), input()).text;
    expect(withNewCandidates(once, readCommentary('file', once), input())).toEqual({ text: once, added: 0 });
    const known = own.replace('[other]', '[other, example]');
    expect(withNewCandidates(known, readCommentary('file', known), input()).added).toBe(0);
  });

  it('when the last line has no end then the heading does not run into it', () => {
    const cut = own.trimEnd();
    const { text } = withNewCandidates(cut, readCommentary('file', cut), input());
    expect(text.startsWith(`${cut}\n## New candidates\n`)).toBe(true);
  });
});
