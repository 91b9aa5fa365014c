import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatProblem } from '../../src/problems.js';
import { checkYaml } from '../../src/workspace/yaml-file.js';

const schema = z.strictObject({
  name: z.string(),
  years: z.array(z.int().min(2000)).default([]),
  levels: z
    .array(z.strictObject({ title: z.string().min(1), codes: z.array(z.string()).optional() }))
    .optional(),
  groups: z.record(z.string(), z.strictObject({ size: z.number().optional() })).default({}),
  history: z.union([z.int().min(1), z.literal('all')]).optional(),
});

function told(text: string): string[] {
  return checkYaml('file.yml', text, schema).problems.map(formatProblem);
}

describe('checkYaml', () => {
  it('when the file is right then its value has the defaults and no problems', () => {
    const checked = checkYaml('file.yml', '# a remark\nname: A\n', schema);
    expect(checked.value).toEqual({ name: 'A', years: [], groups: {} });
    expect(checked.problems).toEqual([]);
    expect(checked.lineOf?.(['name'])).toBe(2);
  });

  it('when it begins with a byte order mark and has Windows line ends then lines count the same', () => {
    expect(checkYaml('file.yml', '\ufeffname: A\r\nyears: [2020]\r\n', schema).value?.years).toEqual([2020]);
    expect(told('\ufeffname: A\r\n\r\nyears: few\r\n')).toEqual([
      'file.yml:3: years: error: Found "few"; expected a list. [wrong-value]',
    ]);
  });

  it('when a date is written without quotes then it stays text', () => {
    expect(checkYaml('file.yml', 'name: 2020-10-05\n', schema).value?.name).toBe('2020-10-05');
  });

  it('when it cannot be read as YAML then the line and column are named', () => {
    const [first] = told('name: A\nyears: [2020\n');
    expect(first).toMatch(/^file\.yml:\d+:\d+: error: This is not valid YAML: .* \[not-yaml\]$/);
    expect(told('name: "A\n')).toHaveLength(1);
  });

  it('when a key stands twice then its second line is named, in whole sentences', () => {
    expect(told('name: A\nyears: []\nname: B\n')).toEqual([
      'file.yml:3:1: error: This is not valid YAML: Map keys must be unique. Check the indentation and the quotes. [not-yaml]',
    ]);
  });

  it('when the document is a list or a word then that is told without a stray colon', () => {
    expect(told('- name\n')).toEqual([
      'file.yml:1: error: Found "["name"]"; expected a group of settings. [wrong-value]',
    ]);
    expect(told('name\n')).toEqual([
      'file.yml:1: error: Found "name"; expected a group of settings. [wrong-value]',
    ]);
  });

  it('when several things are wrong then all are told at once, each with its line', () => {
    expect(
      told('nmae: A\nyears:\n  - 2020\n  - 1999\ngroups:\n  one:\n    sise: 3\n    size: x\n').sort(),
    ).toEqual([
      'file.yml:1: name: error: Nothing is given; expected text. [missing-value]',
      'file.yml:1: nmae: error: "nmae" is not a setting here. Did you mean "name"? [unknown-key]',
      'file.yml:4: years.1: error: Found "1999"; expected 2000 or more. [wrong-value]',
      'file.yml:7: groups.one.sise: error: "sise" is not a setting here. Did you mean "size"? [unknown-key]',
      'file.yml:8: groups.one.size: error: Found "x"; expected a number. [wrong-value]',
    ]);
  });

  it('when an item of a list has a wrong value then its line is named', () => {
    expect(told('name: A\nlevels:\n  - title: One\n  - title: 5\n')).toEqual([
      'file.yml:4: levels.1.title: error: Found "5"; expected text. [wrong-value]',
    ]);
  });

  it('when an item of a list lacks a key then that is told', () => {
    expect(told('name: A\nlevels:\n  - codes: [x]\n')).toEqual([
      'file.yml:3: levels.0.title: error: Nothing is given; expected text. [missing-value]',
    ]);
  });

  it('when an item of a list has an unknown key then the nearest is named', () => {
    expect(told('name: A\nlevels:\n  - title: One\n    cods: [x]\n')).toEqual([
      'file.yml:4: levels.0.cods: error: "cods" is not a setting here. Did you mean "codes"? [unknown-key]',
    ]);
  });

  it('when none of several kinds fits then each is named, not "Invalid input"', () => {
    const [first] = told('name: A\nhistory: some\n');
    expect(first).toContain('file.yml:2: history: error: Found "some"; expected ');
    expect(first).not.toContain('Invalid input');
    expect(first).toContain('all');
  });

  it('when a value is long then only its beginning is quoted', () => {
    const [first] = told(`name: A\nyears: ${'x'.repeat(200)}\n`);
    expect(first).toBe(
      `file.yml:2: years: error: Found "${'x'.repeat(60)}…"; expected a list. [wrong-value]`,
    );
  });
});
