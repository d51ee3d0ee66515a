// The frozen embedding, one for queries and documents: hashed character n-grams with weights.

const LENGTHS = [3, 4, 5];

/** How often each word of a text occurs. */
export function countWords(text) {
  const counts = new Map();
  for (const [word] of text.matchAll(/[a-z]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** FNV-1a, its bits mixed once more: the low ones choose a bucket, the highest one a sign. */
function hash(gram) {
  let h = 0x811c9dc5;
  for (let i = 0; i < gram.length; i++) h = Math.imul(h ^ gram.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A function that gives the n-grams of a word, each one an object of its own, the same every time. */
function createGrams(dim) {
  const grams = new Map();
  const words = new Map();
  const gramOf = (text) => {
    const h = hash(text);
    const gram = { bucket: h % dim, sign: h >>> 31 === 1 ? 1 : -1, documents: 0, last: -1 };
    grams.set(text, gram);
    return gram;
  };
  return function gramsOf(word) {
    let list = words.get(word);
    if (list !== undefined) return list;
    list = [];
    const marked = `^${word}$`; // a beginning and an end count as letters
    for (const length of LENGTHS) {
      for (let i = 0; i + length <= marked.length; i++) {
        const text = marked.slice(i, i + length);
        list.push(grams.get(text) ?? gramOf(text));
      }
    }
    words.set(word, list);
    return list;
  };
}

/**
 * `embed(text)` is a unit vector (dim). An n-gram counts as often as it occurs, times the square root
 * of the logarithm of how rare it is among the documents.
 */
export function createEmbedding(documents, dim) {
  const gramsOf = createGrams(dim);
  documents.forEach((text, index) => {
    for (const word of countWords(text).keys()) {
      for (const gram of gramsOf(word)) {
        if (gram.last !== index) gram.documents++;
        gram.last = index;
      }
    }
  });
  const weight = (gram) => Math.sqrt(Math.log((documents.length + 1) / (gram.documents + 1)));
  return function embed(text) {
    const vector = new Float64Array(dim);
    for (const [word, times] of countWords(text)) {
      for (const gram of gramsOf(word)) vector[gram.bucket] += gram.sign * times * weight(gram);
    }
    const length = Math.hypot(...vector) || 1;
    return Float32Array.from(vector, (value) => value / length);
  };
}
