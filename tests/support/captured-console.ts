import type { Console } from '../../src/cli/console.js';

/** What a command would print, as text. */
export class CapturedConsole implements Console {
  readonly results: string[] = [];
  readonly said: string[] = [];

  result(text: string): void {
    this.results.push(text);
  }

  say(text: string): void {
    this.said.push(text);
  }

  get stdout(): string {
    return this.results.join('\n');
  }

  get stderr(): string {
    return this.said.join('\n');
  }
}
