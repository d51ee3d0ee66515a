// What is compared on one split: each method is a way to score all documents for a query.
import { createBm25 } from '../../glue/examples/retrieval/bm25.js';
import { makeOurs } from './ours.js';
import { learnPairs, learnSpace, TAU } from './plain-learner.js';
import { reciprocalRank, scoreAll } from './ranks.js';
import { prepareRidge, STRENGTHS } from './ridge.js';
import { learnByTorch } from './adamw.js';
import { difference, meanOf, normalized } from './vectors.js';

const same = (vector) => vector;

// Of the adapters beside the product's, and of the one that searches an index of raw documents.
const RANK = 8;

/** Where documents and queries go before anything is learned: unit vectors. */
function place({ documents }, ofDocument, ofQuery) {
  const rows = documents.map(ofDocument);
  return {
    rows,
    query: ofQuery,
    pairsOf: (queries) =>
      queries.map(({ vector, relevant }) => ({
        u: ofQuery(vector),
        e: rows[relevant[0]],
        id: relevant[0],
      })),
    measure: (map, queries) =>
      reciprocalRank(queries, ({ vector }) => scoreAll(rows, map(ofQuery(vector)))),
  };
}

const raw = (data) => place(data, normalized, normalized);

function centered(data, { train }) {
  const ofDocuments = meanOf(data.documents);
  const ofQueries = meanOf(train.map(({ vector }) => vector));
  return place(
    data,
    (d) => normalized(difference(d, ofDocuments)),
    (x) => normalized(difference(x, ofQueries)),
  );
}

function inSpace(data, { train }) {
  const space = learnSpace(data.documents, train);
  return { ...place(data, space.document, space.query), start: space.directions() };
}

/** With the strength that is best on validation queries. */
function ridge({ pairsOf, measure }, { fit, validation, train, heldOut }) {
  const fitted = prepareRidge(pairsOf(fit));
  const tried = STRENGTHS.map((strength) => [strength, measure(fitted(strength), validation)]);
  const [strength] = tried.reduce((best, one) => (one[1] > best[1] ? one : best));
  return { mrr: measure(prepareRidge(pairsOf(train))(strength), heldOut), strength };
}

function torch(placed, { fit, validation, heldOut }, options) {
  const { map, rate, epochs } = learnByTorch({
    documents: placed.rows,
    validation: placed.pairsOf(validation),
    fit: placed.pairsOf(fit),
    ...options,
  });
  return { mrr: placed.measure(map, heldOut), rate, epochs };
}

function bm25({ texts }, { heldOut }) {
  const score = createBm25(texts);
  return { mrr: reciprocalRank(heldOut, ({ text }) => score(text)) };
}

/**
 * The MRR of every method; `parts` is a split, `ranks` those of the product's adapters, `api` the
 * product. `plain` is its double.
 */
export function compare(api, data, parts, { ranks, seed, withTorch }) {
  const { heldOut, train } = parts;
  const spaces = { raw: raw(data), centered: centered(data, parts), space: inSpace(data, parts) };
  const alone = (placed) => ({ mrr: placed.measure(same, heldOut) });
  const { space } = spaces;
  const double = learnPairs(space.pairsOf(train), { rank: RANK, seed, start: space.start });
  const found = {
    none: alone(spaces.raw),
    centered: alone(spaces.centered),
    space: alone(space),
    ridgeRaw: ridge(spaces.raw, parts),
    ridgeCentered: ridge(spaces.centered, parts),
    ridgeSpace: ridge(space, parts),
    bm25: bm25(data, parts),
    plain: { mrr: space.measure(double.forward, heldOut) },
  };
  if (withTorch) found.torch = torch(space, parts, { rank: RANK, seed, tau: TAU });
  const ours = makeOurs(api, data, train);
  found.ourSpace = ours.alone(heldOut);
  for (const rank of ranks) {
    const { mrr, rawMrr } = ours.learn({ rank, seed, heldOut });
    found[`rank ${rank}`] = { mrr };
    if (rank === RANK) found.rawIndex = { mrr: rawMrr };
  }
  ours.free();
  return found;
}
