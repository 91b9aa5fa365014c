/** Loaded into a measured process before anything else: when it ends, adds what it took to the file that SCORECARD_BENCH names. */
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.SCORECARD_BENCH;
if (file && isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { peakBytes: maxRSS * 1024, processorSeconds: (userCPUTime + systemCPUTime) / 1e6 };
    appendFileSync(file, `${JSON.stringify(usage)}\n`);
  });
}
