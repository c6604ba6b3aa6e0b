/**
 * Loaded before the server by tests alone (`node --require`): the wall clock of the process is off by what the file in
 * CLOCK_FILE says, in milliseconds, as after a step of NTP, a change of the date or a battery that died.
 */
const { readFileSync } = require('node:fs');

const file = process.env.CLOCK_FILE;
const RealDate = globalThis.Date;

function offset() {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

const now = () => RealDate.now() + offset();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values) => (values.length === 0 ? new target(now()) : new target(...values)),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
