import init, { MicroLoRA, EmbeddingSpace } from '/tmp/w/pd/microlora.js';
import { readData, split } from './data.js';
import { createRandom } from './random.js';
import { reciprocalRank, scoreAll } from './ranks.js';
import { normalized, dot } from './vectors.js';
import {readFileSync} from 'node:fs'; await init(process.env.WASM ? { module: readFileSync(process.env.WASM) } : undefined);
const f32=(v)=>Float32Array.from(v);
const [names, seeds, ranks, extra] = [process.argv[2].split(','), process.argv[3].split(',').map(Number), process.argv[4].split(',').map(Number), JSON.parse(process.argv[5]??'{}')];
for (const name of names) for (const emb of (process.argv[6]??'words').split(',')) {
  const data = readData(name, emb);
  const dim = data.documents[0].length;
  for (const seed of seeds) {
    const parts = split(data.queries, createRandom(seed,'split'));
    const {train, heldOut} = parts;
    const docs = data.documents.map(d=>f32(normalized(d)));
    const q = (x)=>f32(normalized(x.vector));
    const space = new EmbeddingSpace({dim, ...(extra.directions!==undefined?{directions:extra.directions}:{})});
    const all = new Float32Array(docs.length*dim); docs.forEach((d,i)=>all.set(d,i*dim));
    space.learnDocuments(all);
    const mapped = docs.map(d=>space.document(d));
    const mrr = (rows,f)=>reciprocalRank(heldOut, (x)=>scoreAll(rows, f(q(x))));
    const none = mrr(docs, x=>x);
    const cold = mrr(mapped, x=>space.query(x));
    let line = `${name} ${emb} ${seed} n=${train.length} none ${none.toFixed(3)} cold ${cold.toFixed(3)} spread ${space.spread.toFixed(3)}`;
    for (const rank of ranks) {
      const B = 128;
      const lora = new MicroLoRA({space, rank, batch: B, ...(extra.lora??{})});
      const count = Math.max(1, Math.round(train.length/B)); const size = Math.min(B,Math.floor(train.length/count));
      const random = createRandom(seed,'order');
      for (let e=0;e<(extra.epochs??10);e++){
        const order = random.shuffled(train);
        for (let i=0;i<count;i++){
          const b = order.slice(i*size,(i+1)*size);
          const X = new Float32Array(b.length*dim), P = new Float32Array(b.length*dim);
          b.forEach((x,j)=>{X.set(q(x),j*dim);P.set(docs[x.relevant[0]],j*dim)});
          lora.contrastBatch(X,P,undefined,{temperature: extra.tau??1});
        }
      }
      const alone = mrr(mapped, x=>space.query(x));
      line += ` | r${rank} space ${alone.toFixed(3)} ours ${mrr(mapped, x=>lora.forward(x)).toFixed(3)} norm ${lora.deltaNorm.toFixed(2)}`;
      lora.free();
    }
    console.log(line);
    space.free();
  }
}
