// What users hold of adapters in the small edition.
export { AdapterFacade as EditionFacade } from '../adapter-facade.js';
