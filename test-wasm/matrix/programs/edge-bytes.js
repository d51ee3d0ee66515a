// The default entry's bundle where the edge one belongs: it compiles bytes, which the spy must see.
import init from 'microlora';

addEventListener('fetch', (event) => {
  event.respondWith(init().then((engine) => Response.json(engine.simd)));
});
