// workerd through miniflare, which allows no other module than one the platform compiled.
import { createRequire } from 'node:module';
import { modulesOf, withWorker } from '../../support/workerd.js';

const { version } = createRequire(createRequire(import.meta.url).resolve('miniflare'))(
  'workerd/package.json',
);

export const targets = [
  {
    id: 'workerd',
    label: 'workerd (Cloudflare)',
    missing: async () => undefined,
    async *rows({ makeApp }) {
      yield {
        how: '',
        note: 'the scalar build as a module: init({ module })',
        run: async () => {
          const folder = await makeApp('workerd', {}, ['check.js', 'workerd.js']);
          return withWorker(await modulesOf(folder, 'workerd.js'), async (worker) => {
            const response = await worker.dispatchFetch('http://127.0.0.1/');
            if (response.status !== 200) throw new Error(await response.text());
            return { version, outcome: await response.json() };
          });
        },
      };
    },
  },
];
