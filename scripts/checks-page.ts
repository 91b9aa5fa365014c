/** `npm run docs`: writes docs/checks.md from the rules in checks/. The same rules give the same bytes. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pageFile, pageNow } from './checks-page/made.js';

mkdirSync(dirname(pageFile), { recursive: true });
writeFileSync(pageFile, pageNow());
process.stderr.write('docs/checks.md is written.\n');
