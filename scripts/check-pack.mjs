/**
 * Looks at what a build of the sample month made, as its readers would: `node scripts/check-pack.mjs
 * sample-data/out/2020-09`. Run by .ci/run; needs the packages that set-up installs.
 */
import path from 'node:path';
import { checkFiles } from './check-pack/files.mjs';
import { checkHtml } from './check-pack/html.mjs';
import { checkPdf } from './check-pack/pdf.mjs';
import { Failure, main } from './set-up/failure.mjs';

/** Of the edition with every number: the classification that is set when the council sets none. */
const CLASSIFICATION = 'Official-Sensitive';

/** @typedef {(what: string, holds: boolean, seen?: string) => void} Check */

await main(async () => {
  const [folder] = process.argv.slice(2);
  if (folder === undefined)
    throw new Failure('Name the folder to look at: node scripts/check-pack.mjs DIR/out/YYYY-MM', 2);
  let failures = 0;
  /** @type {Check} */
  const check = (what, holds, seen = '') => {
    if (!holds) failures += 1;
    process.stdout.write(`${holds ? 'ok    ' : 'FAILED'}  ${what}${!holds && seen ? `: ${seen}` : ''}\n`);
  };
  checkFiles(folder, check);
  await checkPdf(path.join(folder, 'public', 'scrutiny.pdf'), '', check);
  await checkHtml(path.join(folder, 'public', 'scrutiny.html'), check);
  await checkPdf(path.join(folder, 'scrutiny-internal.pdf'), CLASSIFICATION, check);
  process.stdout.write(
    failures === 0 ? 'The pack is as it should be.\n' : `${failures} checks of the pack failed.\n`,
  );
  return failures === 0 ? 0 : 1;
});
