import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaFile, schemaNow, workspaceFiles } from '../../scripts/schemas/made.js';
import { filesBelow } from '../../src/files.js';
import { toolPath } from '../../src/tool-folder.js';

const validator = (name: string) =>
  new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schemaFile(name), 'utf8')) as object);
const yamlOf = (...path: string[]): unknown => parse(readFileSync(toolPath(...path), 'utf8'));

describe('the schemas of workspace files', () => {
  it.each(workspaceFiles)('$name is as the tool checks; when not, run npm run docs', file => {
    expect(readFileSync(schemaFile(file.name), 'utf8')).toBe(schemaNow(file));
  });

  it('are no more than these', () => {
    expect(readdirSync(toolPath('schemas')).sort()).toEqual(
      workspaceFiles.map(({ name }) => `${name}.schema.json`).sort(),
    );
  });

  it('take the settings of the sample', () => {
    expect(validator('scorecard')(yamlOf('sample-data', 'scorecard.yml'))).toBe(true);
  });

  it('refuse a setting that the tool does not know', () => {
    expect(validator('scorecard')({ council: { name: 'Test' }, covers_form: '2016-04-01' })).toBe(false);
  });

  it('refuse settings without a council', () => {
    expect(validator('scorecard')({ covers_from: '2016-04-01' })).toBe(false);
  });

  it('take every measure that comes with the tool', () => {
    const validate = validator('measure');
    const refused = filesBelow(toolPath('measures'))
      .filter(file => file.endsWith('.yml'))
      .filter(file => !validate(yamlOf('measures', file)));
    expect(refused).toEqual([]);
  });

  it('take every layout that comes with the tool', () => {
    const validate = validator('layout');
    const refused = filesBelow(toolPath('reference', 'layouts'))
      .filter(file => file.endsWith('.yml'))
      .filter(file => !validate(yamlOf('reference', 'layouts', file)));
    expect(refused).toEqual([]);
  });

  it('know the columns of a table', () => {
    expect(validator('teams')({ team: 'Assessment 1', service_area: 'Assessment' })).toBe(true);
    expect(validator('teams')({ name: 'Assessment 1' })).toBe(false);
  });
});
