// The environments of Vitest: in its own realm, and with vmThreads in one of the environment.
import { defineConfig } from 'vitest/config';

const places = [
  { environment: 'jsdom', pool: 'threads', ownRealm: false, agent: 'jsdom' },
  { environment: 'happy-dom', pool: 'threads', ownRealm: false, agent: 'HappyDOM' },
  { environment: 'jsdom', pool: 'vmThreads', ownRealm: true, agent: 'jsdom' },
];

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    projects: places.map(({ environment, pool, ...provide }) => ({
      test: {
        name: `${environment} ${pool}`,
        environment,
        pool,
        poolOptions: { [pool]: { singleThread: true } },
        provide,
        include: ['*.vitest.js'],
      },
    })),
  },
});
