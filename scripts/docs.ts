/** `npm run docs`: writes the pages of docs/ that are made from data. The same data give the same bytes. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import * as measures from './catalogue-page/made.js';
import * as checks from './checks-page/made.js';
import * as layouts from './layouts-page/made.js';

for (const { pageFile, pageNow } of [measures, checks, layouts]) {
  mkdirSync(dirname(pageFile), { recursive: true });
  writeFileSync(pageFile, pageNow());
  process.stderr.write(`docs/${basename(pageFile)} is written.\n`);
}
