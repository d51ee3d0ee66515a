import { readData, split } from './data.js';
import { createRandom } from './random.js';
import { compare } from './methods.js';
const [names, seeds, ranks, emb] = [process.argv[2].split(','), process.argv[3].split(',').map(Number), process.argv[4].split(',').map(Number), process.argv[5]??'words'];
for (const n of names) for (const s of seeds){ const d=readData(n,emb); const r=compare(d, split(d.queries, createRandom(s,'split')), {ranks, seed:s}); console.log(n,s,Object.entries(r).map(([k,v])=>k+' '+v.mrr.toFixed(3)).join(' | ')); }
