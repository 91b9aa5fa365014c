import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { CapturedConsole } from '../support/captured-console.js';

/** What `--help` of each command promises. */

const names = createProgram(new CapturedConsole()).commands.map(command => command.name());

async function helpOf(name: string): Promise<string> {
  const console = new CapturedConsole();
  await createProgram(console)
    .parseAsync(['node', 'scorecard', name, '--help'])
    .catch(() => {});
  return console.stdout;
}

describe('the help of every command', () => {
  it.each(names)('%s tells no default of nothing, and none twice', async name => {
    const help = await helpOf(name);
    expect(help).not.toMatch(/\(default: (false|""|\[\])\)/);
    expect(help.replaceAll(/\s+/g, ' ')).not.toMatch(/\(default: [^)]*\) \(default:/);
  });

  it('tells a default that says something', async () => {
    expect((await helpOf('lists')).replaceAll(/\s+/g, ' ')).toContain('working days ahead (default: "10")');
    expect(await helpOf('preview')).toContain('(default: one that is');
  });

  it.each(names)('%s has examples, which give it only options that it has', async name => {
    const help = await helpOf(name);
    const examples = [...help.matchAll(/^ {2}scorecard (.*)$/gm)].map(([, words = '']) => words);
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter(words => !words.startsWith(name))).toEqual([]);
    const command = createProgram(new CapturedConsole()).commands.find(each => each.name() === name);
    const known = command?.options.map(({ long }) => long) ?? [];
    expect(known).toEqual(expect.arrayContaining(examples.flatMap(words => words.match(/--[a-z-]+/g) ?? [])));
  });
});
