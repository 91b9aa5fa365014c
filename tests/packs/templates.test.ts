import { afterEach, describe, expect, it } from 'vitest';
import { openTemplates, readTemplate } from '../../src/packs/templates.js';
import { aFigure, aMeasure, aSource } from '../support/examples.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

const source = aSource([aMeasure()], [aFigure()]);

describe('templates', () => {
  const folders: WorkspaceFolder[] = [];
  const folderOf = (files: Record<string, string>) => {
    const folder = new WorkspaceFolder(files);
    folders.push(folder);
    return folder.path;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) folder.remove();
  });

  it('when a workspace has a file of the same name, then it stands in for the built-in one', async () => {
    const builtIn = folderOf({ 'page.hbs': 'built-in {{> part}}', 'partials/part.hbs': 'part' });
    const own = folderOf({ 'partials/part.hbs': 'own {{name}}' });
    const templates = await openTemplates([own, builtIn], source);
    expect(templates.render('page', { name: 'council' })).toBe('built-in own council');
  });

  it('when a value is hostile, then it is escaped', async () => {
    const templates = await openTemplates(
      [folderOf({ 'page.hbs': '<p title="{{name}}">{{name}}</p>' })],
      source,
    );
    expect(templates.render('page', { name: '"><script>' })).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&quot;&gt;&lt;script&gt;</p>',
    );
  });

  it('when a partial asks for a field that does not exist, then the error names its file and line', async () => {
    const folder = folderOf({ 'page.hbs': '{{> part}}', 'partials/part.hbs': '<p>\n{{nmae}}</p>' });
    const templates = await openTemplates([folder], source);
    expect(() => templates.render('page', { name: 'x' })).toThrow(
      'templates/partials/part.hbs:2: error: "nmae" not defined',
    );
  });

  it('when templates hold slips, then all are told at once, each with its file and line, before anything is made', async () => {
    const folder = folderOf({
      'page.hbs': '{{> prat}}\n{{figure "exampel"}}',
      'partials/part.hbs':
        '{{#if name}}\n\n{{shout name}}{{/if}}\n{{figure "example" perod="ytd"}}{{#iff name}}{{/iff}}',
    });
    await expect(openTemplates([folder], source)).rejects.toMatchObject({
      exitCode: 2,
      message: [
        'templates/page.hbs:1: error: There is no partial "prat". Did you mean "part"? [unknown-partial]',
        'templates/page.hbs:2: error: There is no measure "exampel". Did you mean "example"? [figure]',
        'templates/partials/part.hbs:3: error: There is no helper "shout". There are if, unless, each, with, lookup, figure. [unknown-helper]',
        'templates/partials/part.hbs:4: error: {{figure}} has no "perod". Did you mean "period"? [figure]',
        'templates/partials/part.hbs:4: error: There is no helper "iff". Did you mean "if"? [unknown-helper]',
      ].join('\n'),
    });
  });

  it('when a block is not closed, then the error names its file and line', async () => {
    const folder = folderOf({ 'page.hbs': '<p>\n{{#if name}}\n' });
    await expect(openTemplates([folder], source)).rejects.toThrow(
      /^templates\/page\.hbs:\d: error: Parse error on line/,
    );
  });

  it('when a template asks for a figure, then it is written as a table writes it', async () => {
    const templates = await openTemplates([folderOf({ 'page.hbs': '{{figure "example"}}' })], source);
    expect(templates.render('page', {})).toBe('39%');
  });

  it('when a template reaches for what every object inherits, then it gets nothing', async () => {
    const page = '[{{constructor}}{{__proto__}}{{toString}}]';
    const templates = await openTemplates([folderOf({ 'page.hbs': page })], source);
    expect(templates.render('page', {})).toBe('[]');
  });

  it.each([
    '{{constructor.constructor "owned"}}',
    '{{log "owned"}}',
    '{{helperMissing "owned"}}',
    '{{#each (readFile "/etc/passwd")}}{{/each}}',
    '{{> ../../../etc/passwd}}',
    '{{> "/etc/passwd"}}',
  ])('when a template says %s then it is refused before anything is made', async attack => {
    const folder = folderOf({ 'page.hbs': attack, 'partials/part.hbs': 'part' });
    await expect(openTemplates([folder], source)).rejects.toMatchObject({ exitCode: 2 });
  });

  it.each([
    '{{> (lookup this "name")}}',
    '{{lookup this "constructor"}}',
    '{{#with (lookup this "constructor")}}{{name}}{{/with}}',
    '{{#> ../../../etc/passwd}}{{/../../../etc/passwd}}',
    '{{name.constructor.constructor}}',
    '{{name.__proto__.x}}',
    '{{@root.constructor.name}}',
    '{{#with this.constructor}}{{name}}{{/with}}',
    '{{this.__defineGetter__}}',
  ])('when a template says %s then it gets neither code nor files', async attack => {
    const folder = folderOf({ 'page.hbs': attack, 'partials/part.hbs': 'part' });
    const made = openTemplates([folder], source).then(templates =>
      templates.render('page', { name: '../../../etc/passwd' }),
    );
    const text = await made.catch((error: unknown) => {
      expect(error).toMatchObject({ exitCode: 2 });
      return '';
    });
    expect(text.replaceAll('&#x3D;', '')).not.toMatch(/function|native code|root:|Object/);
  });

  it('when no folder has a template, then the error says where it was looked for', () => {
    const folder = folderOf({});
    expect(() => readTemplate('scrutiny.hbs', [folder])).toThrow(
      `There is no template scrutiny.hbs in ${folder}.`,
    );
  });
});
