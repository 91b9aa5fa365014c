/**
 * After the compiler: dist/parsed-yaml.json, what the YAML of the tool's own folders holds, by the hash of each text.
 * src/workspace/parsed-yaml.ts says what it is for.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parsedTexts } from './parsed-texts.mjs';
import { ROOT } from './project.mjs';
import { filesOf } from './stamps.mjs';

const FOLDERS = ['checks', 'lists', 'measures', 'reference', 'templates'];

const texts = filesOf(ROOT, FOLDERS)
  .filter(file => file.endsWith('.yml'))
  .map(file => readFileSync(path.join(ROOT, file), 'utf8'));
writeFileSync(path.join(ROOT, 'dist', 'parsed-yaml.json'), JSON.stringify(parsedTexts(texts)));
