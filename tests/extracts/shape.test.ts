import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/extracts/shape.js';

function shape(text: string, delimiter = ',', cells = 2) {
  return shapeOf(Buffer.from(text), delimiter, cells);
}

describe('shapeOf', () => {
  it.each([
    ['ends with a line end', 'a,b\n1,2\n', 2],
    ['ends without one', 'a,b\n1,2', 2],
    ['has the line ends of Windows', 'a,b\r\n1,2\r\n', 2],
    ['holds blank lines', 'a,b\n\n1,2\r\n\r\n\n', 2],
    ['has a heading alone', 'a,b', 1],
    ['is empty', '', 0],
    ['has a delimiter and a line end within quotes', 'a,b\n"1,\n1",2\n', 2],
    ['has doubled quotes', 'a,b\n"say ""1,1""",2\n', 2],
  ])('when a file %s then its rows are counted and regular', (_, text, rows) => {
    expect(shape(text)).toMatchObject({ isRegular: true, rows });
  });

  it.each([
    ['a cell too few', 'a,b\n1\n'],
    ['a cell too many', 'a,b\n1,2,3\n'],
    ['an empty cell too many', 'a,b\n1,2,\n'],
    ['a cell too many in a last row without a line end', 'a,b\n1,2\n1,2,3'],
    ['a quote that is never closed', 'a,b\n"1,2\n3,4\n'],
  ])('when a row has %s then the file is not regular', (_, text) => {
    expect(shape(text).isRegular).toBe(false);
  });

  it.each([
    ['nothing', 'a,b\n1 1,2\r\n"3","4"\n', 'none'],
    ['a space before a delimiter', 'a,b\n1 ,2\n', 'plain'],
    ['a space after a delimiter', 'a,b\n1, 2\n', 'plain'],
    ['a space at the end of a row', 'a,b\n1,2 \n', 'plain'],
    ['a space before the line end of Windows', 'a,b\r\n1,2 \r\n', 'plain'],
    ['a space at the end of the file', 'a,b\n1,2 ', 'plain'],
    ['a space at the start of a row', 'a,b\n 1,2\n', 'plain'],
    ['a space within quotes', 'a,b\n" 1",2\n', 'plain'],
    ['a tab', 'a,b\n1\t,2\n', 'any'],
    ['a no-break space before the text', 'a,b\n1,\u00a02\n', 'any'],
    ['a no-break space after it', 'a,b\n1\u00a0,2\n', 'any'],
    ['a line end within quotes', 'a,b\n"1\n",2\n', 'any'],
    ['a return without a new line', 'a,b\n1\r,2\n', 'any'],
  ])('when %s stands around a text then the spaces are %s', (_, text, looseSpaces) => {
    expect(shape(text).looseSpaces).toBe(looseSpaces);
  });

  it('when the delimiter is a tab then tabs are not spaces', () => {
    expect(shape('a\tb\n1\t2\n', '\t')).toEqual({ isRegular: true, rows: 2, looseSpaces: 'none' });
  });
});
