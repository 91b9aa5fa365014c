import { wrap } from './wrap.js';

/** One thing that a build needs of the machine, and whether it is there. */
export interface Diagnosis {
  readonly name: string;
  readonly isThere: boolean;
  /** What was found, or what went wrong. */
  readonly detail: string;
  /** How to get it; '' where the detail says so or nothing is missing. */
  readonly advice: string;
}

const USUAL_WIDTH = 100;

export function allIsThere(diagnoses: readonly Diagnosis[]): boolean {
  return diagnoses.every(({ isThere }) => isThere);
}

/** `ok       Charts   can be drawn`, one thing a line, long ones wrapped below their own column. */
export function diagnosesText(diagnoses: readonly Diagnosis[], width = USUAL_WIDTH): string {
  const nameWidth = Math.max(...diagnoses.map(({ name }) => name.length));
  return diagnoses
    .map(({ name, isThere, detail, advice }) => {
      const start = `${isThere ? 'ok     ' : 'MISSING'}  ${name.padEnd(nameWidth)}  `;
      const [first = '', ...rest] = wrap(
        [detail, advice].filter(text => text !== '').join(' '),
        width - start.length,
      );
      return [start + first, ...rest.map(line => ' '.repeat(start.length) + line)].join('\n');
    })
    .join('\n');
}
