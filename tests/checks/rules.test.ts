import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageFile, pageNow } from '../../scripts/checks-page/made.js';
import { FINDERS, QUERY_MAKERS } from '../../src/checks/finders/all.js';
import { checkRegradings } from '../../src/checks/regradings.js';
import { readRules } from '../../src/checks/rules.js';
import { UserError } from '../../src/problems.js';
import { settingsSchema } from '../../src/workspace/settings.js';
import { checkExtracts, csv } from '../support/check-extracts.js';

const POSTS = 'post_id,status,fte,team,started_on,ended_on';
const ODD = csv(POSTS, 'A,Agencey,1,T,01/04/2020,');

describe('the rules', () => {
  const rules = readRules();

  it('when a rule names what finds it then there is such a thing, and every such thing has a rule', () => {
    const named = rules.flatMap(({ finds }) => (finds.kind === 'finder' ? [finds.name] : []));
    const known = [...Object.keys(QUERY_MAKERS), ...Object.keys(FINDERS)];
    expect([...new Set(named)].sort()).toEqual(known.sort());
  });

  it('when a rule speaks then it says only words that there are', () => {
    const known = [
      'count',
      'rows',
      'files',
      'places',
      'extracts',
      'parts',
      'have',
      'are',
      's',
      'extract',
      'column',
      'value',
      'detail',
    ];
    const said = rules.flatMap(({ message }) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(said.filter(name => !known.includes(name ?? ''))).toEqual([]);
  });

  it('when the page of rules is read then it is what checks/ says', () => {
    // As one comparison: a difference of some hundred lines would hide what to do.
    const isCurrent = existsSync(pageFile) && readFileSync(pageFile, 'utf8') === pageNow();
    expect(isCurrent, 'docs/checks.md is not what checks/ says. Run: npm run docs').toBe(true);
  });
});

describe('a rule that the settings grade anew', () => {
  it('when it finds something then the severity is the new one and the reason stands beside', async () => {
    const settings = 'checks:\n  unknown-code: { severity: note, reason: "Known since May" }\n';
    const { findings } = await checkExtracts({ posts: ODD }, settings);
    expect(findings).toMatchObject([
      { rule: 'unknown-code', severity: 'note', regradedBecause: 'Known since May' },
    ]);
  });

  it('when there is no such rule then the nearest is named, with the line', async () => {
    const settings = 'checks:\n  unknown-cod: { severity: note, reason: "Known since May" }\n';
    const error = await checkExtracts({ posts: ODD }, settings).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).exitCode).toBe(2);
    expect((error as UserError).message).toBe(
      'scorecard.yml:5: checks.unknown-cod: error: There is no rule "unknown-cod". Did you mean "unknown-code"? [unknown-rule]',
    );
  });

  it('when no reason is given then that is a slip of the settings', async () => {
    const settings = 'checks:\n  unknown-code: { severity: note }\n';
    const error = await checkExtracts({ posts: ODD }, settings).catch((thrown: unknown) => thrown);
    expect((error as UserError).message).toContain('checks.unknown-code.reason: error: Nothing is given');
  });

  it('when no rule is near then the list of rules is named', () => {
    const settings = settingsSchema.parse({
      council: { name: 'Test' },
      checks: { xyzzy: { severity: 'note', reason: 'r' } },
    });
    expect(checkRegradings(settings, readRules(), () => 7)).toMatchObject([
      { message: 'There is no rule "xyzzy". They are listed in docs/checks.md.', place: { line: 7 } },
    ]);
  });
});
