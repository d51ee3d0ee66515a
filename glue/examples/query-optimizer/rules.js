// Says in words what was learned: the one-question rule that comes closest to the choices made.

const round = (value) => Number(value.toPrecision(2)).toLocaleString('en');

const majority = (choices) => {
  const counts = new Map();
  for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  const [choice = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { choice, count };
};

/** Splits by a threshold halfway (on a log scale) between neighbouring amounts. */
function* amountRules(label, rows) {
  const sorted = [...rows].sort((a, b) => a.feature.amount - b.feature.amount);
  for (let i = 1; i < sorted.length; i++) {
    const low = sorted[i - 1].feature.amount;
    const high = sorted[i].feature.amount;
    if (high <= low) continue;
    const threshold = round(Math.sqrt(Math.max(1, low) * high));
    const below = majority(sorted.slice(0, i).map(({ choice }) => choice));
    const above = majority(sorted.slice(i).map(({ choice }) => choice));
    yield {
      agree: below.count + above.count,
      parts: [
        { when: `${label} below ${threshold}`, choice: below.choice },
        { when: `from ${threshold}`, choice: above.choice },
      ],
    };
  }
}

/** One choice a value; values with the same choice are named together. */
function choiceRule(label, rows) {
  const values = new Map();
  for (const { feature, choice } of rows) {
    if (!values.has(feature.value)) values.set(feature.value, []);
    values.get(feature.value).push(choice);
  }
  const byChoice = new Map();
  let agree = 0;
  for (const [value, choices] of values) {
    const { choice, count } = majority(choices);
    agree += count;
    byChoice.set(choice, [...(byChoice.get(choice) ?? []), value]);
  }
  const parts = [...byChoice].map(([choice, list]) => ({
    when: `${label} ${list.sort().join(', ')}`,
    choice,
  }));
  return { agree, parts };
}

/** The best rule for a template's choices, [{ features, choice }]: its parts, and agree, 0 to 1. */
export function describeChoices(choices) {
  const always = majority(choices.map(({ choice }) => choice));
  let rule = { agree: always.count, parts: [{ when: 'always', choice: always.choice }] };
  choices[0].features.forEach(({ label, value }, i) => {
    const rows = choices.map(({ features, choice }) => ({ feature: features[i], choice }));
    const candidates = value === undefined ? amountRules(label, rows) : [choiceRule(label, rows)];
    for (const candidate of candidates) if (candidate.agree > rule.agree) rule = candidate;
  });
  return { parts: rule.parts, agree: rule.agree / choices.length };
}
