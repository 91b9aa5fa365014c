/** `npm run docs`: writes the pages of docs/ that are made from data, and the schemas of a workspace's files. The same data give the same bytes. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { toolPath } from '../src/tool-folder.js';
import * as measures from './catalogue-page/made.js';
import * as checks from './checks-page/made.js';
import * as commentary from './commentary-page/made.js';
import * as layouts from './layouts-page/made.js';
import * as licences from './licences-page/made.js';
import { schemaFile, schemaNow, workspaceFiles } from './schemas/made.js';

for (const { pageFile, pageNow } of [measures, checks, commentary, layouts, licences]) {
  mkdirSync(dirname(pageFile), { recursive: true });
  writeFileSync(pageFile, pageNow());
  process.stderr.write(`docs/${basename(pageFile)} is written.\n`);
}

mkdirSync(toolPath('schemas'), { recursive: true });
for (const file of workspaceFiles) writeFileSync(schemaFile(file.name), schemaNow(file));
process.stderr.write(`schemas/ has ${workspaceFiles.length} files.\n`);
