// Draws the two pictures of the page on canvases: the error curve and the correction.

const INK = '#5f6c7b';
const GRID = '#e4e8ec';
const WANTED = '#b0b8c1';
const LEARNED = '#1565c0';
const MARGIN = { left: 48, right: 12, top: 10, bottom: 26 };

/** A context scaled to CSS pixels, cleared, with the size of the area inside the margins. */
function prepare(canvas) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  context.font = '13px system-ui, sans-serif';
  return {
    context,
    left: MARGIN.left,
    top: MARGIN.top,
    width: width - MARGIN.left - MARGIN.right,
    height: height - MARGIN.top - MARGIN.bottom,
  };
}

function horizontal({ context, left, width }, y, text) {
  context.strokeStyle = GRID;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, y);
  context.lineTo(left + width, y);
  context.stroke();
  context.fillStyle = INK;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillText(text, left - 8, y);
}

/** `points` are { step, error }, error 1 at the level of no adapter. */
export function drawCurve(canvas, points) {
  const area = prepare(canvas);
  const { context, left, top, width, height } = area;
  const highest = Math.max(1, ...points.map(({ error }) => error)) * 1.05;
  const last = Math.max(1, points.at(-1).step);
  const x = (step) => left + (width * step) / last;
  const y = (error) => top + height * (1 - error / highest);

  const every = highest > 2.2 ? 1 : 0.25;
  for (let level = 0; level <= highest; level += every) {
    horizontal(area, y(level), `${Math.round(100 * level)} %`);
  }
  context.textBaseline = 'top';
  context.fillText(`${last.toLocaleString('en')} examples`, left + width, top + height + 8);

  context.strokeStyle = LEARNED;
  context.lineWidth = 2;
  context.beginPath();
  points.forEach(({ step, error }) => context.lineTo(x(step), y(error)));
  context.stroke();
}

/** Wanted values as bars, learned ones as ticks over them. */
export function drawCorrection(canvas, wanted, learned) {
  const area = prepare(canvas);
  const { context, left, top, width, height } = area;
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6) * 1.2;
  const y = (value) => top + (height * (1 - value / largest)) / 2;
  const slot = width / wanted.length;
  horizontal(area, y(0), '0');
  wanted.forEach((value, i) => {
    context.fillStyle = WANTED;
    context.fillRect(left + i * slot + 1, y(0), Math.max(1, slot - 3), y(value) - y(0));
    context.fillStyle = LEARNED;
    context.fillRect(left + i * slot, y(learned[i]) - 1.5, Math.max(2, slot - 1), 3);
  });
}
