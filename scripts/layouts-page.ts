/** `npm run docs`: writes docs/layouts.md from reference/layouts/ and what each measure needs. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pageFile, pageNow } from './layouts-page/made.js';

mkdirSync(dirname(pageFile), { recursive: true });
writeFileSync(pageFile, pageNow());
process.stderr.write('docs/layouts.md is written.\n');
