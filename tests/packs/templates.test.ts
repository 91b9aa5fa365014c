import { afterEach, describe, expect, it } from 'vitest';
import { openTemplates, readTemplate } from '../../src/packs/templates.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

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
    const templates = await openTemplates([own, builtIn]);
    expect(templates.render('page', { name: 'council' })).toBe('built-in own council');
  });

  it('when a value is hostile, then it is escaped', async () => {
    const templates = await openTemplates([folderOf({ 'page.hbs': '<p title="{{name}}">{{name}}</p>' })]);
    expect(templates.render('page', { name: '"><script>' })).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&quot;&gt;&lt;script&gt;</p>',
    );
  });

  it.each([
    ['a field that does not exist', '{{nmae}}', '"nmae" not defined'],
    ['a helper that does not exist', '{{shout name}}', 'unknown helper shout'],
    ['a block that is not closed', '{{#if name}}', 'Parse error on line 1'],
  ])('when a partial asks for %s, then the error names its file', async (_, part, words) => {
    const folder = folderOf({ 'page.hbs': '{{> part}}', 'partials/part.hbs': part });
    const render = async () => (await openTemplates([folder])).render('page', { name: 'x' });
    await expect(render()).rejects.toMatchObject({ exitCode: 2 });
    await expect(render()).rejects.toThrow(words);
    await expect(render()).rejects.toThrow('templates/partials/part.hbs');
  });

  it('when a template reaches for what every object inherits, then it gets nothing', async () => {
    const source = '[{{constructor}}{{__proto__}}{{toString}}]';
    const templates = await openTemplates([folderOf({ 'page.hbs': source })]);
    expect(templates.render('page', {})).toBe('[]');
  });

  it('when no folder has a template, then the error says where it was looked for', () => {
    const folder = folderOf({});
    expect(() => readTemplate('scrutiny.hbs', [folder])).toThrow(
      `There is no template scrutiny.hbs in ${folder}.`,
    );
  });
});
