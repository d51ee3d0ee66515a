// The internals of adapters in the small edition.
export { Adapters as EditionAdapters } from '../adapters.js';
