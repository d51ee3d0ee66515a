// The program of ses.test.js, in a process of its own: all ways under SES lockdown. Its argument says
// whether microlora is imported before or after lockdown().
import 'ses';

const [moment] = process.argv.slice(2);
if (moment === 'after') lockdown();
const { works } = await import('./ways.js');
const microlora = await import('../../dist/microlora.js');
if (moment === 'before') lockdown();

const ways = {
  nothing: (state, use) => use(state),
  'harden each object': (state, use) => {
    Object.values(state).forEach(harden);
    use(state);
  },
  'harden the state': (state, use) => use(harden(state)),
  'harden what the package exports': (state, use) => {
    Object.values(microlora).forEach(harden);
    use(state);
  },
  'a compartment': (state, use) => {
    const globals = harden({ state, use });
    new Compartment({ globals, __options__: true }).evaluate('use(state)');
  },
};

for (const [name, way] of Object.entries(ways)) {
  await works(way);
  console.log(`fine: ${name}`);
}
console.log(
  `locked: ${Object.isFrozen(Object.prototype)} ${Object.isFrozen(microlora.MicroLoRA.prototype)}`,
);
