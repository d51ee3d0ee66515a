// A page: says the outcome.
import { outcome } from './outcome-by-path.js';

const say = (seen) => (window.outcome = JSON.stringify(seen));

outcome().then(say, (error) => say({ failed: `${error}` }));
