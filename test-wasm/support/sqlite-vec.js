// A database of Debian's sqlite3 with npm's sqlite-vec, with the calls that node:sqlite and better-sqlite3 have.
import { execFileSync } from 'node:child_process';
import { getLoadablePath } from 'sqlite-vec';

/** `prepare(sql)` with `run(blob)` and `all(blob)`, of one parameter each. */
export function createDatabase(schema) {
  // What was run so far: each look at it is a process that does all of it.
  const script = [`.load ${getLoadablePath()}`, '.mode json', schema];
  const withBlob = (sql, blob) =>
    `.parameter set ?1 "x'${Buffer.from(blob).toString('hex')}'"\n${sql};`;
  return {
    prepare: (sql) => ({
      run: (blob) => script.push(withBlob(sql, blob)),
      all(blob) {
        const input = [...script, withBlob(sql, blob)].join('\n');
        return JSON.parse(execFileSync('sqlite3', { input, encoding: 'utf8' }));
      },
    }),
  };
}
