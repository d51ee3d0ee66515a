// Turns the runs of the training queries into numbers: what learning cost, and who paid for it.
import { argmin, sum } from '../common/numbers.js';

const OVER = 1.2;
/** The first queries alone say little about what is paid in the long run. */
const FROM = 48;

/** What the runs took: paid, with SQLite's own plans, and with the fastest ones. */
function summariseRuns(records) {
  const total = (field) => sum(records.map((record) => record[field]));
  const count = (holds) => records.filter(holds).length;
  const worst = records[argmin(records.map(({ paid, own }) => -paid / own))];
  return {
    queries: records.length,
    paid: total('paid'),
    own: total('own'),
    best: total('best'),
    others: count(({ arm }) => arm !== 0),
    stopped: count(({ stopped }) => stopped),
    heldBack: count(({ reason }) => reason === 'budget'),
    over: count(({ paid, own }) => paid > OVER * own),
    worst: { ...worst, ratio: worst.paid / worst.own },
  };
}

/** `regret` is what was paid so far beyond the fastest plans, and what SQLite's own would have. */
export function summariseLearning(templates, records) {
  const regret = [{ queries: 0, learned: 0, own: 0 }];
  let [paid, own, best, mostPaid] = [0, 0, 0, 0];
  records.forEach((record, i) => {
    paid += record.paid;
    own += record.own;
    best += record.best;
    regret.push({ queries: i + 1, learned: paid - best, own: own - best });
    if (i + 1 >= FROM) mostPaid = Math.max(mostPaid, paid / own);
  });
  const byTemplate = templates.map((template) => ({
    template,
    ...summariseRuns(records.filter(({ query }) => query.template === template)),
  }));
  return { ...summariseRuns(records), byTemplate, regret, mostPaid };
}
