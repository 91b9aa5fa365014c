/** `npm run docs`: writes docs/measures.md from the descriptions in measures/. The same descriptions give the same bytes. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pageFile, pageNow } from './catalogue/made.js';

mkdirSync(dirname(pageFile), { recursive: true });
writeFileSync(pageFile, pageNow());
process.stderr.write('docs/measures.md is written.\n');
