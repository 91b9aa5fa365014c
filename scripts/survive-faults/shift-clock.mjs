/**
 * Loaded before the program: a clock that is wrong by CLOCK_OFF days from the start, and jumps by CLOCK_JUMP days after
 * CLOCK_AFTER milliseconds.
 */
const DAY = 24 * 60 * 60 * 1000;
const off = Number(process.env.CLOCK_OFF ?? 0) * DAY;
const jump = Number(process.env.CLOCK_JUMP ?? 0) * DAY;
const after = Number(process.env.CLOCK_AFTER ?? 0);

const RealDate = Date;
const realNow = Date.now;
const start = performance.now();

function now() {
  return realNow() + off + (performance.now() - start > after ? jump : 0);
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
