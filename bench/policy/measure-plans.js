// Makes plans.json.gz: the queries of make demo on several databases, every plan measured.
// A time is the process's own: what else runs on the machine disturbs it little.
import { readFileSync, writeFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { SingleBar } from 'cli-progress';
import { createRandom } from '../../glue/examples/common/random.js';
import { createDatabase } from '../../glue/examples/query-optimizer/database.js';
import { openEngine } from '../../glue/examples/query-optimizer/engine.js';
import { createWorkload } from '../../glue/examples/query-optimizer/experiment.js';
import { parseOptions, readCount, runProgram } from '../../test-wasm/support/command-line.js';
import { describeRun } from '../about.js';

const PROGRAM = 'node bench/policy/measure-plans.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const HELP = `${PROGRAM}: measures every plan of every query of make demo, 2 minutes a database
  --seeds LIST  of the databases; 0 to 9 are reported, settings are chosen on 100 and above
  --rounds N    queries of each template; 80
  --out FILE    bench/policy/plans.json.gz
  --help        this`;

const options = {
  help: { type: 'boolean', default: false },
  seeds: { type: 'string', default: '100,101,0,1,2,3,4,5,6,7,8,9' },
  rounds: { type: 'string', default: '80' },
  out: { type: 'string', default: here('plans.json.gz') },
};

// Long runs vary little. A plan is stopped at the larger of two limits, and stored with that time.
const repeatsOf = (ms) => (ms < 5 ? 3 : ms < 40 ? 2 : 1);
const LIMIT_MS = 100;
const LIMIT_OF_DEFAULT = 4;
// A time t in milliseconds is stored as round(200 log(1000 t)), which is 0.5 % a step.
const STEPS = 200;
const stored = (ms) => Math.round(STEPS * Math.log(1000 * ms));

function runMs(engine, { statement }, params, limit = Infinity) {
  const before = process.cpuUsage();
  const { timedOut } = engine.run(statement, params, limit);
  const { user, system } = process.cpuUsage(before);
  // The clock counts microseconds.
  return timedOut ? limit : Math.max(0.001, (user + system) / 1000);
}

/** The times of all plans, in turn, each time from another start. */
function measure(engine, { variants }, params) {
  const warmUp = runMs(engine, variants[0], params);
  const limit = Math.max(LIMIT_MS, LIMIT_OF_DEFAULT * warmUp);
  const times = variants.map(() => []);
  for (let repeat = 0; repeat < 3; repeat++) {
    for (let turn = 0; turn < variants.length; turn++) {
      const v = (repeat + turn) % variants.length;
      if (repeat > 0 && repeat >= repeatsOf(times[v][0])) continue;
      times[v].push(runMs(engine, variants[v], params, limit));
    }
  }
  return times.map((all) => all.map(stored));
}

const short = (value) => Number(value.toPrecision(4));

/** A database's queries in the order of the replay: [template, features, times of each plan]. */
async function measureDatabase(seed, rounds, onQuery) {
  const engine = await openEngine();
  createDatabase(engine.db, seed);
  const workload = createWorkload(engine, seed, { train: rounds, heldOut: 0 });
  const random = createRandom(seed, 'order of the replay');
  const queries = [];
  for (const round of workload.train) {
    for (const { template, params, features } of random.shuffle([...round])) {
      queries.push([
        template.index,
        features.map(({ amount, index }) => (amount === undefined ? index : short(amount))),
        measure(engine, template, params),
      ]);
      onQuery();
      await breathe();
    }
  }
  const templates = workload.templates.map(({ name, operator, variants }, t) => ({
    name,
    operator,
    plans: variants.map(({ label }) => label),
    kinds: workload.train[0][t].features.map((f) => ('amount' in f ? 'amount' : 'choice')),
  }));
  engine.db.close();
  return { seed, templates, queries };
}

await runProgram(async () => {
  const { values } = parseOptions(PROGRAM, options, process.argv.slice(2));
  if (values.help) {
    console.log(HELP);
    return;
  }
  const seeds = values.seeds.split(',').map(Number);
  const rounds = readCount('rounds', values.rounds);
  const { date, node, machine } = describeRun(here('../../dist'));
  const { version } = JSON.parse(
    readFileSync(here('../../glue/examples/node_modules/@sqlite.org/sqlite-wasm/package.json')),
  );
  const result = { date, node, machine, sqlite: version, stepsPerLog: STEPS, databases: [] };
  const bar = new SingleBar({ format: '{bar} {value}/{total} {about}', noTTYOutput: true });
  bar.start(seeds.length * rounds * 12, 0, { about: '' });
  for (const seed of seeds) {
    bar.update({ about: `database ${seed}` });
    result.databases.push(await measureDatabase(seed, rounds, () => bar.increment()));
    // As far as it has come: a whole run takes long.
    writeFileSync(values.out, gzipSync(JSON.stringify(result), { level: 9 }));
  }
  bar.stop();
});
