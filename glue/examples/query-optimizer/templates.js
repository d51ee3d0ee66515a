// All query templates, made ready for a database: distinct plans, each with a number of its own.
import { OWN_PLAN } from './template.js';
import { singleTableTemplates } from './templates-single.js';
import { joinTemplates } from './templates-join.js';

export const templates = [...singleTableTemplates, ...joinTemplates];

/**
 * A lever that leads to the plan of an earlier variant is dropped: variants that differ by noise
 * alone would teach nothing. Where SQLite's own plan is that earlier one, the lever's label is
 * kept as the `words` for it.
 */
function distinctPlans(engine, template) {
  const distinct = new Map();
  for (const { label, sql } of template.variants) {
    const plan = engine.plan(sql);
    const known = distinct.get(plan);
    if (!known) distinct.set(plan, { label, sql });
    else if (known.label === OWN_PLAN) known.words ??= label;
  }
  return [...distinct.values()];
}

/** Returns the templates with prepared statements, and the list of all plans of all templates. */
export function prepareTemplates(engine) {
  const plans = [];
  const prepared = templates.map((template, index) => {
    const variants = distinctPlans(engine, template).map(
      ({ label, words = label, sql }, variant) => {
        const id = plans.length;
        plans.push({ template: template.name, variant, label });
        return { id, label, words, statement: engine.prepare(sql) };
      },
    );
    return { ...template, index, variants };
  });
  return { templates: prepared, plans };
}
