// Other ways to learn than contrast, with and without a space: mse, rewards, scopes with fallback, averages. What
// counts is the mean reciprocal rank of held-out queries, or that of one favourite document.
import { createRandom } from './random.js';
import { rankOf, reciprocalRank, scoreAll } from './ranks.js';
import { rowsOf } from './ours.js';

const RANK = 8;
const BATCH = 100;
const EPOCHS = 10;
const REWARDS = 3000;
const EXPLORE = 0.1;
const CLICKS = 2000;
const SHOWN = 5;
const TAUGHT = ['a', 'b', 'c', 'd'];
const CLIENTS = 8;

/** Where an adapter learns: in a space that knows the documents and the training queries, or in none. */
function open({ EmbeddingSpace }, { documents }, train, within) {
  const dim = documents[0].length;
  if (!within) return { options: { dim, rank: RANK }, rows: documents, free() {} };
  const space = new EmbeddingSpace({ dim });
  space.learnDocuments(rowsOf(documents));
  space.freeze();
  space.learnQueries(rowsOf(train.map(({ vector }) => vector)));
  const rows = documents.map((document) =>
    Float64Array.from(space.document(Float32Array.from(document))),
  );
  return { options: { space, rank: RANK }, rows, free: () => space.free() };
}

const x = ({ vector }) => Float32Array.from(vector);
const searchBy = (adapter, { rows, heldOut }) =>
  reciprocalRank(heldOut, (query) => scoreAll(rows, Float64Array.from(adapter.forward(x(query)))));

function mse({ MicroLoRA }, { options, documents, train, random, ...place }) {
  const adapter = new MicroLoRA({ ...options, batch: BATCH });
  const after = [];
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    const order = random.shuffled(train);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const found = batch.map(({ relevant }) => documents[relevant[0]]);
      adapter.learnBatch(rowsOf(batch.map(({ vector }) => vector)), rowsOf(found));
    }
    if (epoch === 1 || epoch === EPOCHS) after.push(searchBy(adapter, place));
  }
  adapter.free();
  return { 'mse, 1 pass': after[0], [`mse, ${EPOCHS} passes`]: after[1] };
}

/** A reward is -log of the rank that the noisy answer gives a document. */
function rewarded({ MicroLoRA }, { options, rows, train, random }, relevantOf) {
  const adapter = new MicroLoRA({ ...options, explore: EXPLORE });
  for (let step = 0; step < REWARDS; step++) {
    const query = train[random.below(train.length)];
    const scores = scoreAll(rows, Float64Array.from(adapter.forward(x(query))));
    adapter.adaptWithReward(-Math.log(rankOf(scores, relevantOf(query))));
  }
  adapter.setOptions({ explore: 0 });
  return adapter;
}

function rewards(api, place) {
  const adapter = rewarded(api, place, ({ relevant }) => relevant);
  const found = searchBy(adapter, place);
  adapter.free();
  return { [`${REWARDS} rewards`]: found };
}

/** The same, where one document is right for all queries. */
function favourite(api, place) {
  const { rows, heldOut, random } = place;
  const relevant = [random.below(rows.length)];
  const adapter = rewarded(api, place, () => relevant);
  const found = searchBy(adapter, {
    rows,
    heldOut: heldOut.map((query) => ({ ...query, relevant })),
  });
  adapter.free();
  return { 'favourite by rewards': found };
}

/** A scope that has learned nothing, after its siblings have. */
function fallback({ ScopedLoRA }, { options, documents, train, random, ...place }) {
  const scopes = [...TAUGHT, 'new'];
  const set = new ScopedLoRA({ ...options, scopes, categories: { all: scopes } });
  for (let click = 0; click < CLICKS; click++) {
    const query = train[random.below(train.length)];
    const others = Array.from(
      { length: SHOWN - 1 },
      () => documents[random.below(documents.length)],
    );
    const clicked = Float32Array.from(documents[query.relevant[0]]);
    set.contrast(TAUGHT[click % TAUGHT.length], x(query), clicked, rowsOf(others));
  }
  const found = searchBy({ forward: (query) => set.forward('new', query) }, place);
  set.free();
  return { [`new scope after ${CLICKS} clicks`]: found };
}

/** The average of clients that have learned from their own pairs alone, and the mean of theirs. */
function averaged({ MicroLoRA, average }, { options, documents, train, ...place }) {
  const batch = Math.floor(train.length / CLIENTS);
  const members = Array.from({ length: CLIENTS }, (_, client) => {
    const adapter = new MicroLoRA({ ...options, seed: client + 1, batch });
    const own = train.slice(client * batch, (client + 1) * batch);
    const queries = rowsOf(own.map(({ vector }) => vector));
    const found = rowsOf(own.map(({ relevant }) => documents[relevant[0]]));
    for (let epoch = 0; epoch < EPOCHS; epoch++) adapter.contrastBatch(queries, found);
    return { adapter, weight: batch };
  });
  const alone = members.map(({ adapter }) => searchBy(adapter, place));
  const { adapter } = average(members, { rank: RANK });
  const found = searchBy(adapter, place);
  for (const each of [adapter, ...members.map((member) => member.adapter)]) each.free();
  return {
    'a client': alone.reduce((sum, mrr) => sum + mrr / CLIENTS, 0),
    'average of clients': found,
  };
}

/** `raw` and `space`, each with the MRR of all tasks, and `start`, before anything was learned. */
export function learnOtherwise(api, data, { train, heldOut }, seed) {
  const learnIn = (within) => {
    const { free, ...opened } = open(api, data, train, within);
    const { documents } = data;
    const place = { ...opened, documents, train, heldOut };
    const untaught = new api.MicroLoRA(opened.options);
    const found = { start: searchBy(untaught, place) };
    untaught.free();
    for (const task of [mse, rewards, favourite, fallback, averaged]) {
      Object.assign(found, task(api, { ...place, random: createRandom(seed, task.name) }));
    }
    free();
    return found;
  };
  return { raw: learnIn(false), space: learnIn(true) };
}
