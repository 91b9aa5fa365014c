/** What ends a script: told in words, with an exit code, and without a stack trace. A plain Error is a bug of ours. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * The whole of a script: its number is the exit code, and a Failure (or a UserError of the tool) is told plainly.
 * @param {() => Promise<number>} script
 */
export async function main(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error;
    process.stderr.write(`${error.message.trimEnd()}\n`);
    process.exitCode = Number(error.exitCode) || 1;
  }
}
