#!/usr/bin/env node
// The entry only: says what is missing before anything is loaded that could fail less clearly.
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const program = new URL('../dist/cli/main.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`scorecard needs Node 20.20 or later, and this is ${process.versions.node}.`);
  process.exitCode = 3;
} else if (!existsSync(program)) {
  console.error('scorecard has not been built yet: run `npm run quickstart` in its folder.');
  process.exitCode = 3;
} else {
  await import(program.href);
}
