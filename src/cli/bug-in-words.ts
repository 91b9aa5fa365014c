import { engineWords } from '../extracts/engine-words.js';

/**
 * A fault of the tool, for whoever reports it: what went wrong, and where in the tool if that was asked for. What the engine
 * says of a value repeats it, and a report goes to others: so of that only the kind is told.
 */
export function bugInWords(error: unknown, debug: boolean): string {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const words = engineWords(message);
  if (!debug) return words || (message.split('\n')[0] ?? '');
  if (words === '') return stack;
  const places = stack.split('\n').filter(line => /^ +at /.test(line));
  return [words, ...places].join('\n');
}
