// The page that a browser opens: a frame for each column, and rounds that alternate between them.
import { checkAgreement } from '../agreement.js';

const WARM_UP_ROUNDS = 2;

const { columns, cases, rounds } = await (await fetch('/plan.json')).json();

/** @param {{ id: string, file: string, entry?: string }} column */
async function openColumn({ id, file, entry = '' }) {
  const frame = document.createElement('iframe');
  frame.src = `column.html?${new URLSearchParams({ file, entry })}`;
  document.body.append(frame);
  await new Promise((resolve, reject) => {
    const failed = ({ message, reason }) => reject(new Error(`${id}: ${message ?? reason}`));
    frame.onload = () => {
      frame.contentWindow.addEventListener('error', failed);
      frame.contentWindow.addEventListener('unhandledrejection', failed);
      const look = () => (frame.contentWindow.column ? resolve() : setTimeout(look, 20));
      look();
    };
  });
  const { column } = frame.contentWindow;
  return { ...column, id };
}

async function run() {
  const opened = [];
  for (const column of columns) opened.push(await openColumn(column));
  await checkAgreement(opened, cases);
  const times = Object.fromEntries(
    cases.map(({ id }) => [id, Object.fromEntries(opened.map((column) => [column.id, []]))]),
  );
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    window.progress = `round ${Math.max(round, 0) + 1} of ${rounds}`;
    for (const { id, vectors = 1 } of cases) {
      for (let i = 0; i < opened.length; i++) {
        const column = opened[(i + round + WARM_UP_ROUNDS) % opened.length];
        const ns = column.time(id) / vectors;
        if (round >= 0) times[id][column.id].push(ns);
      }
      // The browser is to stay responsive, or it calls the page hung.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return {
    times,
    facts: Object.fromEntries(opened.map(({ id, about }) => [id, about])),
    isolated: window.crossOriginIsolated,
    agent: navigator.userAgent,
  };
}

try {
  window.outcome = JSON.stringify({ result: await run() });
} catch (error) {
  window.outcome = JSON.stringify({ error: `${error}\n${error.stack}` });
}
