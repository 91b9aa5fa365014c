import { describe, expect, it } from 'vitest';
import { readMeasureComments } from '../../src/narrative/measure-comments.js';
import { aFigure, aMeasure, aSource } from '../support/examples.js';

const source = aSource([aMeasure()], [aFigure()]);

function read(text: string) {
  const { comments, problems } = readMeasureComments({ file: 'comments/2020-09.md', text }, source);
  return { comments: [...comments], told: problems.map(({ rule, place }) => `${place?.line}: ${rule}`) };
}

describe('comments on measures', () => {
  it('when a text stands under a measure then its figures are filled in, and its markup is text', () => {
    expect(read('## example\n\nIt is {{figure "example"}} <b>now</b>.\n')).toEqual({
      comments: [['example', '<p>It is 39% &lt;b&gt;now&lt;/b&gt;.</p>']],
      told: [],
    });
  });

  it('when a heading is no measure, or stands twice, then its text is left out and the line is told', () => {
    expect(read('## exampel\n\nA.\n\n## example\n\nB.\n\n## example\n\nC.\n')).toEqual({
      comments: [['example', '<p>B.</p>']],
      told: ['1: unknown-measure', '9: repeated-heading'],
    });
  });

  it('when a number is typed that is no figure of the measure named then it is an error', () => {
    expect(read('## example\n\nIt is {{figure "example"}}, up from 12%.\n').told).toEqual([
      '3: typed-number',
    ]);
  });

  it('when there is no file then there are no comments and no problem', () => {
    expect(readMeasureComments(null, source)).toEqual({ comments: new Map(), problems: [] });
  });
});
