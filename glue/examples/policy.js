// A policy learns which of three plans runs a query fastest, and is never much slower than the usual one.
import init, { Policy } from 'microlora';
import { randomLcg, randomNormal } from 'd3-random';

await init();

// What a query is like: its share of rows, how often it joins, and a 1 for what is true of all queries.
const normal = randomNormal.source(randomLcg(0.5))();
const query = () => Float32Array.of(normal(), normal(), 1);
// The index is good for few rows and bad for many, which the policy does not know.
const plans = {
  usual: () => Math.exp(3 + 0.1 * normal()),
  index: ([rows]) => Math.exp(3 + 1.2 * rows + 0.1 * normal()),
  scan: ([, joins]) => Math.exp(4 + 0.5 * joins + 0.1 * normal()),
};

const policy = new Policy({ dim: 3, arms: Object.keys(plans) });
const rounds = 4;
for (let round = 1; round <= rounds; round++) {
  let [paid, usual, slower] = [0, 0, 0];
  for (let i = 0; i < 250; i++) {
    const x = query();
    const baseline = plans.usual(x); // what the usual plan takes, or an estimate of it
    const d = policy.choose(x, { baseline });
    const ms = d.name === 'usual' ? baseline : plans[d.name](x);
    const stopped = ms >= d.limit; // then the usual plan is run
    policy.learn(d.id, stopped ? { stopped: d.limit } : ms);
    const took = stopped ? d.limit + baseline : ms;
    paid += took;
    usual += baseline;
    slower += took > 1.2 * baseline ? 1 : 0;
  }
  const share = ((100 * paid) / usual).toFixed(1);
  console.log(
    `queries ${250 * round - 249} to ${250 * round}: ${share} % of the usual time, ${slower} slower`,
  );
}
for (const { name, outcomes } of policy.counts()) console.log(`${name}: ${outcomes} runs`);
policy.free();
