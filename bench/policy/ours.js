// The product's Policy, called as the learners beside it are.

/** @param {any} api */
export const createOurs =
  ({ Policy }) =>
  ({ dim, arms, scopes, categoryOf, objective, guard = false, floor = 0, seed, ...options }) => {
    const names = Array.from({ length: scopes }, (_, scope) => `${scope}`);
    const categories = {};
    for (const [scope, name] of names.entries()) {
      if (categoryOf) (categories[`c${categoryOf(scope)}`] ??= []).push(name);
    }
    const { forgetting = 1 } = options;
    const policy = new Policy({
      ...{ dim, arms, scopes: names, categories, objective, guard, floor, seed, forgetting },
    });
    const x32 = new Float32Array(dim);
    const given = (x) => {
      x32.set(x);
      return x32;
    };
    return {
      choose: (scope, x, options = {}) => policy.choose(scope, given(x), options),
      decide(scope, x) {
        policy.context.set(x);
        policy.decide(scope);
        return { id: policy.lastId };
      },
      learn: (id, outcome) => policy.learn(id, outcome),
      expect: (scope, x) => policy.predict(scope, given(x)).map(({ expected }) => expected),
      best: (scope, x) => policy.choose(scope, given(x), { explore: false }).arm,
      /** A log of { x, arm, probability, cost }; `other` chooses an arm. */
      evaluate(log, other) {
        const entries = log.map(({ x, ...entry }) => ({ ...entry, context: Float32Array.from(x) }));
        const { dr, error } = policy.evaluate(entries, (context) => other(context));
        return { value: dr, error };
      },
      free: () => policy.free(),
    };
  };
