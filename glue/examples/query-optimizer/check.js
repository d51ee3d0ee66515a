// Checks that all variants of a template return the same rows in the same order.
import { templates } from './templates.js';
import { splitParameters } from './parameters.js';
import { readStatistics } from './statistics.js';

/** One result a template: how many plans and parameters were run, and where rows differed. */
export function checkVariants(engine, seed, parameterCount) {
  const statistics = readStatistics(engine.db);
  return templates.map((template) => {
    const statements = template.variants.map(({ sql }) => engine.prepare(sql));
    const plans = new Set(template.variants.map(({ sql }) => engine.plan(sql))).size;
    const split = { train: 0, heldOut: parameterCount };
    const { heldOut } = splitParameters(seed, template, statistics, split);
    let rows = 0;
    const differences = [];
    for (const params of heldOut) {
      const [own, ...others] = statements.map((statement) => engine.checksum(statement, params));
      rows += own.rows;
      others.forEach(({ hash }, i) => {
        const { label } = template.variants[i + 1];
        if (hash !== own.hash) differences.push({ label, params });
      });
    }
    statements.forEach((statement) => statement.finalize());
    return { template, plans, parameters: heldOut.length, rows, differences };
  });
}
