import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { inOneLine, visibleControls } from '../control-characters.js';
import { formatProblem, type Problem, type Severity } from '../problems.js';
import type { Console, DoneStage, Stage } from './console.js';

/** How a run is told: on a terminal, in a log of plain lines, or in a log that a program reads. */
export interface Telling {
  /** Only results and problems. */
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** text: lines to read · json: an object a line. */
  readonly log: 'text' | 'json';
  /** Files that what was told is written to when the run ends. */
  readonly report?: readonly string[];
}

interface Streams {
  readonly stdout: Pick<WriteStream, 'write'> & { readonly columns?: number };
  readonly stderr: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean };
}

const COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = {
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
};

/** Back to the start of the line, and all of it gone. */
const CLEAR_LINE = '\r\u001b[K';

/** As wide as the longest name of a stage, so that what they did stands in one column. */
const NAME_WIDTH = 10;

export class Terminal implements Console {
  #telling: Telling = { quiet: false, verbose: false, log: 'text' };
  /** A stage that is under way and stands on the terminal's last line. */
  #hasPending = false;
  readonly #stages: DoneStage[] = [];
  readonly #problems: Problem[] = [];

  constructor(
    private readonly streams: Streams,
    private readonly environment: Readonly<Record<string, string | undefined>>,
    private readonly now: () => Date,
  ) {}

  tell(telling: Telling): void {
    this.#telling = telling;
  }

  /** All that has been told so far, whatever the telling leaves out. */
  get told(): { readonly stages: readonly DoneStage[]; readonly problems: readonly Problem[] } {
    return { stages: this.#stages, problems: this.#problems };
  }

  get width(): number | undefined {
    // A terminal that does not know its width says 0.
    return this.streams.stdout.columns || undefined;
  }

  get isVerbose(): boolean {
    return this.#telling.verbose;
  }

  get isQuiet(): boolean {
    return this.#telling.quiet;
  }

  result(text: string): void {
    this.#clear();
    this.streams.stdout.write(`${visibleControls(text)}\n`);
  }

  say(text: string): void {
    if (this.#telling.log === 'json') this.#record('info', { event: 'message', message: text });
    else this.#line(visibleControls(text));
  }

  problem(problem: Problem): void {
    this.#problems.push(problem);
    if (this.#telling.log === 'json') {
      const { severity, rule, message, place } = problem;
      this.#record(severity, { event: 'problem', rule, message, ...place });
      return;
    }
    const line = inOneLine(formatProblem(problem));
    const word = `${problem.severity}:`;
    this.#line(
      this.#hasColour ? line.replace(word, styleText(COLOURS[problem.severity], word, PLAINLY)) : line,
    );
  }

  begin(stage: Stage): void {
    if (!this.#isLive) return;
    this.#clear();
    this.streams.stderr.write(`${start(stage)}…`);
    this.#hasPending = true;
  }

  done(stage: DoneStage): void {
    this.#stages.push(stage);
    if (this.#telling.quiet) return;
    const { name, detail, seconds } = stage;
    if (this.#telling.log === 'json') this.#record('info', { event: 'stage', stage: name, detail, seconds });
    else this.#line(`${start(stage)}${inOneLine(detail)}  ${seconds.toFixed(1)}s`);
  }

  get #isLive(): boolean {
    const { quiet, log } = this.#telling;
    return this.streams.stderr.isTTY === true && this.environment.TERM !== 'dumb' && !quiet && log === 'text';
  }

  /** As https://no-color.org asks: set to anything but nothing, it takes colours away. */
  get #hasColour(): boolean {
    return this.#isLive && !this.environment.NO_COLOR;
  }

  #line(text: string): void {
    this.#clear();
    this.streams.stderr.write(`${text}\n`);
  }

  #clear(): void {
    if (!this.#hasPending) return;
    this.streams.stderr.write(CLEAR_LINE);
    this.#hasPending = false;
  }

  #record(level: Severity | 'info', content: object): void {
    const line = { time: this.now().toISOString(), level, ...content };
    this.streams.stderr.write(`${visibleControls(JSON.stringify(line))}\n`);
  }
}

/** Whether the stream takes colours is decided here, not by the runtime. */
const PLAINLY = { validateStream: false };

function start({ name, number, of }: Stage): string {
  return `[${number}/${of}] ${name.padEnd(NAME_WIDTH)}  `;
}

export const terminal = new Terminal(process, process.env, () => new Date());
