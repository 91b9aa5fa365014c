import { describe, expect, it } from 'vitest';
import { fileNames } from '../../src/packs/file-names.js';

describe('fileNames', () => {
  it.each([
    ['team-Assessment 1', 'team-assessment-1'],
    ['Équipe Été', 'equipe-ete'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'document'],
    ['', 'document'],
    ['子どもチーム', 'document'],
    ['CON', 'con-document'],
    ['nul', 'nul-document'],
    ['COM1', 'com1-document'],
    ['AUX.', 'aux-document'],
    ['a<b>:"|?*c', 'a-b-c'],
    ['\u202egpj.exe', 'gpj-exe'],
    ['two\nlines\u0000', 'two-lines'],
    ['-rf', 'rf'],
    ['$(reboot)', 'reboot'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('when the name is %j then the file is %s', (name, file) => {
    expect(fileNames([name])).toEqual([file]);
  });

  it('when names differ only in capitals, marks or what is cut off then the files still differ', () => {
    const long = 'y'.repeat(60);
    expect(fileNames(['East', 'EAST', 'é', 'E', 'east-2', `${long}1`, `${long}2`])).toEqual([
      'east',
      'east-2',
      'e',
      'e-2',
      'east-2-2',
      long,
      `${long}-2`,
    ]);
  });
});
