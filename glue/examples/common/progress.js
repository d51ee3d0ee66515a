// A progress bar on stderr; sparse lines where stderr is no terminal.
import cliProgress from 'cli-progress';

const LINE_EVERY = 0.2;

/** Counts units up to a total: `phase(words)` names what is going on, `tick()` counts one. */
export function createProgress(total, unit) {
  return process.stderr.isTTY ? bar(total, unit) : lines(total, unit);
}

function bar(total, unit) {
  const shown = new cliProgress.SingleBar({
    format: `{bar} {percentage} %  {value}/{total} ${unit}  {phase}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
  });
  shown.start(total, 0, { phase: '' });
  return {
    phase: (words) => shown.update({ phase: words }),
    tick: () => shown.increment(),
    stop: () => shown.stop(),
  };
}

function lines(total, unit) {
  let done = 0;
  let words = '';
  return {
    phase: (next) => (words = next),
    tick() {
      const before = Math.floor(done++ / total / LINE_EVERY);
      if (Math.floor(done / total / LINE_EVERY) > before) {
        console.error(`${Math.round((100 * done) / total)} %  ${done}/${total} ${unit}  ${words}`);
      }
    },
    stop() {},
  };
}
