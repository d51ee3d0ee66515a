// The space of embeddings in double precision: two means, and leading directions of documents that
// are made softer. What EmbeddingSpace of the product does, in plain JavaScript.
import { add, difference, dot, norm, normalized } from './vectors.js';

// Queries count fully once there are many more of them than this.
const COLD = 2;

/**
 * `k` directions are learned by CCIPCA (Weng, Zhang, Hwang 2003), in which the latest count
 * 1 + `amnesic` times. W = I - sum_j (1 - (l_k / l_j)^(p / 2)) v_j v_j^T makes none longer.
 */
export function makeSpace({ dim, k = 32, p = 0.5, amnesic = 2 }) {
  const ofDocuments = { count: 0, mean: new Float64Array(dim) };
  const ofQueries = { count: 0, mean: new Float64Array(dim) };
  const directions = []; // v_j times l_j
  let turned = 0; // documents that turned them

  function learnMean(of, x) {
    of.count++;
    add(of.mean, 1 / of.count, difference(x, of.mean));
  }

  function turn(u) {
    turned++;
    // Not more than half, or little is left for the next direction, and it turns at random.
    const share = Math.min((1 + amnesic) / turned, 0.5);
    for (let j = 0; j < k; j++) {
      if (j === directions.length) {
        directions.push(Float64Array.from(u));
        return;
      }
      const v = directions[j];
      const along = dot(u, v) / (norm(v) || 1);
      for (let i = 0; i < dim; i++) {
        v[i] = (1 - share) * v[i] + share * along * u[i];
      }
      const squares = dot(v, v) || 1;
      add(u, -dot(u, v) / squares, v);
    }
  }

  // Unit directions and 1 - (l_k / l_j)^(p / 2), made when they are needed.
  let soft = null;
  function softened() {
    if (soft !== null) return soft;
    // An estimate of n documents, and as if of dim more that have no direction.
    const l = directions.map((v) => (turned * norm(v) + 1) / (turned + dim));
    const least = Math.min(...l);
    soft = directions.map((v, j) => ({
      direction: normalized(v),
      less: 1 - (least / l[j]) ** (p / 2),
    }));
    return soft;
  }

  /** W x, a unit vector */
  function place(x) {
    const y = Float64Array.from(x);
    for (const { direction, less } of softened()) add(y, -less * dot(x, direction), direction);
    return normalized(y);
  }

  return {
    dim,
    learnDocument(d) {
      learnMean(ofDocuments, d);
      const centered = normalized(difference(d, ofDocuments.mean));
      if (norm(centered) > 0 && k > 0) turn(centered);
      soft = null;
    },
    learnQuery(x) {
      learnMean(ofQueries, x);
    },
    document: (d) => place(difference(d, ofDocuments.mean)),
    query(x) {
      const share = ofQueries.count / (ofQueries.count + COLD);
      const common = normalized(ofDocuments.mean);
      const centered = Float64Array.from(x);
      add(centered, -share, ofQueries.mean);
      add(centered, -(1 - share) * dot(x, common), common);
      return place(centered);
    },
    /** Unit vectors, those along which documents differ most first. */
    directions: () => softened().map(({ direction }) => direction),
  };
}
