// What was learned, as tables on the terminal.
import Table from 'cli-table3';
import { CEILING, RANKS } from './choices.js';
import { LEVELS, OPTIMIZERS, PLAIN } from './runs.js';

const percent = (value) =>
  value < 1e-3 ? value.toExponential(1) : `${(100 * value).toFixed(1)} %`;

const steps = (found, which = 'median') => (found[which] === Infinity ? '-' : found[which]);

export function print(results) {
  const table = (head, rows) => {
    const output = new Table({ head, style: { head: [], border: [], compact: true } });
    output.push(...rows);
    console.log(output.toString());
  };
  const names = [...OPTIMIZERS, PLAIN];
  table(
    ['steps to 1 %, median (worst); final error', ...names],
    Object.entries(results.recovery).map(([dim, row]) => [
      `dim ${dim}`,
      ...names.map((name) => {
        const { stepsToGood: s, final } = row[name];
        return `${steps(s)} (${steps(s, 'worst')}); ${percent(final.median)}`;
      }),
    ]),
  );
  table(
    ['defaults, dim 256: alpha, scale of inputs', 'steps to 1 %, median', 'worst'],
    results.invariance.map((row) => [`${row.alpha}, ${row.scale}`, row.median, row.worst]),
  );
  table(
    ['new scope, examples', ...results.fallback.counts],
    ['fallback', 'category only', 'own only'].map((name) => [
      name,
      ...results.fallback[name].map((e) => e.toFixed(4)),
    ]),
  );
  table(
    ['rewards only', 'explore', 'rate', 'rewards', 'left, median', 'worst seed', 'wanted'],
    results.rewards.map((r) => [
      r.label,
      r.explore,
      r.learningRate,
      r.steps,
      percent(r.final.median),
      percent(r.final.worst),
      percent(r.wanted),
    ]),
  );
  table(
    ['preconditioned, dim 64', ...Object.keys(results.rates.clean)],
    [
      [
        'clean: steps to 1 %',
        ...Object.values(results.rates.clean).map(
          (curve) => curve.find(({ error }) => error <= LEVELS.good)?.step ?? '-',
        ),
      ],
      [
        'noise as strong as the signal: left',
        ...Object.keys(results.rates.clean).map((name) =>
          percent(results.rates.noisy[name].at(-1).error),
        ),
      ],
    ],
  );
  console.log(`least squares of full rank: ${percent(results.rates.noisy[CEILING].at(-1).error)}`);
  table(
    ['dim 64, noise 1/4: left, median (steps to 10 %)', ...RANKS.map((rank) => `rank ${rank}`)],
    Object.entries(results.ranks).map(([hidden, row]) => [
      `map of ${hidden === '1/k' ? 'singular values 1/k' : hidden}`,
      ...row.map(({ final, stepsToFair }) => `${percent(final.median)} (${steps(stepsToFair)})`),
    ]),
  );
}
