import type { Console, DoneStage } from '../../src/cli/console.js';
import { formatProblem, type Problem } from '../../src/problems.js';

/** What a command would print, as text. */
export class CapturedConsole implements Console {
  readonly results: string[] = [];
  readonly said: string[] = [];

  /** @param width of a screen, in characters; none where it is no screen */
  constructor(readonly width?: number) {}

  result(text: string): void {
    this.results.push(text);
  }

  say(text: string): void {
    this.said.push(text);
  }

  problem(problem: Problem): void {
    this.said.push(formatProblem(problem));
  }

  begin(): void {}

  done({ number, of, name, detail, seconds }: DoneStage): void {
    this.said.push(`[${number}/${of}] ${name}  ${detail}  ${seconds.toFixed(1)}s`);
  }

  get stdout(): string {
    return this.results.join('\n');
  }

  get stderr(): string {
    return this.said.join('\n');
  }
}
