/** axe-core run in an open page: what it finds wrong, and what it leaves for a person to decide. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result } from 'axe-core';
import type { Page } from 'puppeteer';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface AxeFindings {
  /** A rule and an element each: "color-contrast: .note". */
  readonly violations: readonly string[];
  readonly incomplete: readonly string[];
  readonly rulesPassed: readonly string[];
}

export async function runAxe(page: Page): Promise<AxeFindings> {
  // Put in by the debugger, which the page's policy does not stop: the policy itself stays on.
  await page.evaluate(SOURCE);
  // What stands in a drawing axe cannot decide, and is asked by contrastFaults.
  await page.evaluate(`axe.configure({ rules: [{ id: 'color-contrast', selector: '*:not(svg *)' }] })`);
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations', 'incomplete'],
    rules: { 'target-size': { enabled: true } },
  });
  const results = (await page.evaluate(`axe.run(document, ${options})`)) as AxeResults;
  return {
    violations: results.violations.flatMap(told),
    incomplete: results.incomplete.flatMap(told),
    rulesPassed: results.passes.map(result => result.id),
  };
}

function told({ id, nodes }: Result): string[] {
  return nodes.map(node => {
    const why = [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ');
    return `${id}: ${node.target.join(' ')}: ${why}`;
  });
}
