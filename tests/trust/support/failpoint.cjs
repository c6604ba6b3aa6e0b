/**
 * Loaded before the server by tests alone (`node --require`): kills the process at a chosen place of a transaction. Nothing of
 * it stands in the server. Armed by a file: FAILPOINT_FILE holds the place while it is there, and is taken away when it is hit.
 *
 *   before-commit   a command's events are written and not committed
 *   after-commit    they are on the disk, and nobody has been answered
 *   in-snapshot     a snapshot is written and not committed
 *   after-snapshot  it is committed
 */
const { existsSync, readFileSync, rmSync } = require('node:fs');
const Database = require('libsql');

const file = process.env.FAILPOINT_FILE;
let wrote = new Set();

/** @param {string} place @param {string} table */
function dieAt(place, table) {
  if (!wrote.has(table) || !existsSync(file) || readFileSync(file, 'utf8') !== place) return;
  rmSync(file);
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing else happens meanwhile.
  for (;;);
}

/** @param {string} sql @param {() => unknown} run */
function watched(sql, run) {
  const table = /^insert into "?(commands|snapshots)"?/i.exec(sql)?.[1];
  if (/^begin/i.test(sql)) wrote = new Set();
  if (/^commit/i.test(sql)) {
    dieAt('before-commit', 'commands');
    dieAt('in-snapshot', 'snapshots');
  }
  const answer = run();
  if (table) wrote.add(table);
  if (/^commit/i.test(sql)) {
    dieAt('after-commit', 'commands');
    dieAt('after-snapshot', 'snapshots');
  }
  return answer;
}

const made = Object.getOwnPropertyDescriptor(Database.prototype, 'prepare').value;
Database.prototype.prepare = function (sql) {
  const statement = Reflect.apply(made, this, [sql]);
  for (const name of ['run', 'all', 'get']) {
    const method = statement[name].bind(statement);
    statement[name] = (...values) => watched(sql, () => method(...values));
  }
  return statement;
};
