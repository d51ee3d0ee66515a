// The real SQLite in WebAssembly: prepared plans, runs under a time limit, counters, checksums.
import initSqlite from '@sqlite.org/sqlite-wasm';

const STEPS_BETWEEN_CLOCK_READS = 500;

/** The processor's time for this process, in ms: other programs do not disturb it. */
function processorMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
// On Windows it moves in steps of 16 ms.
const clock = process.platform === 'win32' ? () => performance.now() : processorMs;
const LEAST_MS = 0.001;

/** Opens an in-memory database. Progress of a statement is watched from the first query on. */
export async function openEngine() {
  const { capi, oo1 } = await initSqlite();
  const db = new oo1.DB(':memory:', 'c');
  let deadline = Infinity;
  // A process gets no more time than passes: that is cheaper to ask for.
  let noSooner = Infinity;
  capi.sqlite3_progress_handler(
    db.pointer,
    STEPS_BETWEEN_CLOCK_READS,
    () => {
      if (performance.now() < noSooner) return 0;
      const left = deadline - clock();
      noSooner = performance.now() + left;
      return left < 0 ? 1 : 0;
    },
    0,
  );

  const bind = (statement, params) => {
    statement.reset();
    return params.length > 0 ? statement.bind(params) : statement;
  };

  /** Runs a prepared statement to its end, or to the limit. All times are in milliseconds. */
  function run(statement, params, limitMs = Infinity) {
    bind(statement, params);
    const handle = statement.pointer;
    let rows = 0;
    const start = clock();
    deadline = start + limitMs;
    noSooner = performance.now() + limitMs;
    let code;
    while ((code = capi.sqlite3_step(handle)) === capi.SQLITE_ROW) rows++;
    const ms = Math.max(LEAST_MS, clock() - start);
    noSooner = Infinity;
    const vmSteps = capi.sqlite3_stmt_status(handle, capi.SQLITE_STMTSTATUS_VM_STEP, 1);
    capi.sqlite3_reset(handle);
    const timedOut = code === capi.SQLITE_INTERRUPT;
    if (!timedOut && code !== capi.SQLITE_DONE) {
      throw new Error(
        `SQLite stopped with ${capi.sqlite3_js_rc_str(code)} in ${statement.getSQL()}`,
      );
    }
    return { ms, rows, vmSteps, timedOut };
  }

  /** A number that depends on every value and on the order of the rows. */
  function checksum(statement, params) {
    bind(statement, params);
    let hash = 0x811c9dc5;
    let rows = 0;
    while (statement.step()) {
      rows++;
      for (const char of JSON.stringify(statement.get([]))) {
        hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193) >>> 0;
      }
    }
    statement.reset();
    return { rows, hash };
  }

  /** What EXPLAIN QUERY PLAN says, one step a line. */
  const plan = (sql) =>
    db
      .selectObjects(`EXPLAIN QUERY PLAN ${sql}`)
      .map((step) => step.detail)
      .join('\n');

  return {
    db,
    version: capi.sqlite3_libversion(),
    prepare: (sql) => db.prepare(sql),
    run,
    checksum,
    plan,
  };
}
