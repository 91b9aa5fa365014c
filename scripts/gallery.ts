/** `npm run gallery`: writes gallery/index.html, every part of a pack's design made by the parts themselves. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolPath } from '../src/tool-folder.js';
import { galleryPage } from './gallery/page.js';

const folder = toolPath('gallery');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'index.html'), await galleryPage());
process.stderr.write('gallery/index.html is written.\n');
