/**
 * One line a step, such as `[1/4] Install  done before`. The first half is written before the work, so that a person
 * sees what is taking the time.
 * @param {number} total
 */
export function steps(total) {
  let done = 0;
  /** @param {string} name */
  const title = name => {
    done += 1;
    return `[${done}/${total}] ${name}  `;
  };
  return {
    /**
     * @param {string} name
     * @param {() => Promise<string>} work says how it went
     */
    async step(name, work) {
      const started = Date.now();
      process.stderr.write(title(name));
      try {
        const outcome = await work();
        process.stderr.write(`${outcome}${seconds(started)}\n`);
      } catch (error) {
        process.stderr.write('failed\n');
        throw error;
      }
    },
    /**
     * A step whose program writes lines of its own.
     * @param {string} name
     * @param {string} what
     */
    announce(name, what) {
      process.stderr.write(`${title(name)}${what}\n`);
    },
  };
}

/** @param {number} started */
function seconds(started) {
  const spent = (Date.now() - started) / 1000;
  return spent < 0.5 ? '' : `  ${spent.toFixed(1)}s`;
}
