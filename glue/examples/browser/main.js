// The page: learns some examples each frame, and shows what the adapter knows by then.
import init, { MicroLoRA } from '../../../dist/microlora.js';
import { createTask } from './task.js';
import { drawCorrection, drawCurve } from './plot.js';

const FRAME_BUDGET_MS = 8;
const SHOWN_DIMENSIONS = 64;
const MOST_POINTS = 600;

const element = (id) => document.getElementById(id);
const selected = (id) => Number(element(id).value);
const show = (id, text) => (element(id).textContent = text);

let lora;
let task;
let target;
let points;
let learningMs;
let paused = false;

function start() {
  lora?.free();
  const dim = selected('dim');
  lora = new MicroLoRA({ dim, rank: selected('rank') });
  task = createTask(dim);
  target = new Float32Array(dim);
  learningMs = 0;
  points = [{ step: 0, error: errorLeft() }];
  draw();
}

/** Squared error on unseen inputs, as a share of what it is without an adapter. */
function errorLeft() {
  let left = 0;
  let before = 0;
  for (const x of task.unseen) {
    lora.input.set(x);
    lora.forward();
    task.target(x, target);
    const y = lora.output;
    for (let i = 0; i < x.length; i++) {
      left += (y[i] - target[i]) ** 2;
      before += (x[i] - target[i]) ** 2;
    }
  }
  return left / before;
}

function learnOne() {
  const x = task.input(lora.adaptCount);
  task.target(x, target);
  lora.input.set(x);
  lora.forward();
  const { output, gradient } = lora;
  for (let i = 0; i < target.length; i++) gradient[i] = output[i] - target[i];
  lora.adapt();
}

function learn() {
  const begin = performance.now();
  const wanted = selected('speed') || Infinity;
  for (let done = 0; done < wanted; done++) {
    // Clocks of browsers are coarse; one look in 16 examples is enough.
    if (done % 16 === 15 && performance.now() - begin > FRAME_BUDGET_MS) break;
    learnOne();
  }
  learningMs += performance.now() - begin;
  points.push({ step: lora.adaptCount, error: errorLeft() });
  if (points.length > MOST_POINTS) points = points.filter((_, i) => i % 2 === 0);
}

function draw() {
  drawCurve(element('curve'), points);
  const [x] = task.unseen;
  const y = lora.forward(x);
  task.target(x, target);
  const correction = (answer) =>
    Array.from(answer.subarray(0, SHOWN_DIMENSIONS), (v, i) => v - x[i]);
  drawCorrection(element('correction'), correction(target), correction(y));

  const { adaptCount } = lora;
  show('count', adaptCount.toLocaleString('en'));
  const percent = 100 * points.at(-1).error;
  show('error', `${percent.toFixed(percent < 1 ? 3 : 1)} %`);
  show('params', lora.paramCount.toLocaleString('en'));
  show('norm', lora.deltaNorm.toFixed(2));
  if (learningMs > 20) {
    show('time', `${((1000 * learningMs) / adaptCount).toFixed(1)} µs`);
    show('rate', Math.round((1000 * adaptCount) / learningMs).toLocaleString('en'));
  }
}

function frame() {
  if (!paused) {
    learn();
    draw();
  }
  requestAnimationFrame(frame);
}

element('controls').addEventListener('submit', (event) => event.preventDefault());
element('dim').addEventListener('change', start);
element('rank').addEventListener('change', start);
element('reset').addEventListener('click', start);
element('change').addEventListener('click', () => task.changeMind());
element('pause').addEventListener('click', ({ currentTarget }) => {
  paused = !paused;
  currentTarget.textContent = paused ? 'Continue' : 'Pause';
  currentTarget.setAttribute('aria-pressed', String(paused));
});
window.addEventListener('resize', draw);

try {
  await init();
  start();
  frame();
} catch (error) {
  show('message', `The adapter could not start. ${error.message}`);
}
