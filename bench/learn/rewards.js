// What rewards alone teach, with noise on the answers.
import { factorsOf, HiddenMap, mapError, randomNumbers } from './tasks.js';
import { CHECKS, medianCurve, summarize } from './runs.js';

/** Only rewards, with noise on the answers: (a) one input, (b) random inputs and a hidden map. */
export function rewards(api, seeds) {
  const dim = 16;
  const cases = [
    { id: 'a', label: 'one input', explore: 0.1, learningRate: 0.5, steps: 5000, wanted: 0.05 },
    {
      id: 'b',
      label: 'random inputs',
      explore: 0.3,
      learningRate: 0.25,
      steps: 20000,
      wanted: 0.25,
    },
  ];
  return cases.map(({ id, explore, learningRate, steps, ...rest }) => {
    const runs = seeds.map((seed) => {
      const random = randomNumbers(seed);
      const map = new HiddenMap(dim, random);
      const lora = new api.MicroLoRA({ dim, seed, explore, learningRate });
      const fixed = random.vector(dim);
      const goal = fixed.map((value) => value + random.normal());
      const y = new Float32Array(dim);
      const distance = () => {
        let sum = 0;
        lora.setOptions({ explore: 0 });
        lora.forward(fixed, y);
        lora.setOptions({ explore });
        for (let i = 0; i < dim; i++) sum += (y[i] - goal[i]) ** 2;
        return Math.sqrt(sum);
      };
      const errorNow = () =>
        id === 'a' ? distance() / start : mapError(factorsOf(lora.getWeights(), 2), map);
      const start = distance();
      const curve = [];
      for (let step = 1; step <= steps; step++) {
        const { x, target } = id === 'a' ? { x: fixed, target: goal } : map.sample();
        lora.forward(x, y);
        let reward = 0;
        for (let i = 0; i < dim; i++) reward -= (y[i] - target[i]) ** 2;
        lora.adaptWithReward(reward);
        if (step % (steps / CHECKS) === 0) curve.push({ step, error: errorNow() });
      }
      lora.free();
      return curve;
    });
    return {
      id,
      explore,
      learningRate,
      steps,
      ...rest,
      final: summarize(runs.map((curve) => curve.at(-1).error)),
      curve: medianCurve(runs),
    };
  });
}
