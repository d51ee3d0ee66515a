// What a planner knows before it runs a query: one-column statistics, never a joint one.

const MOST_COMMON = 100;
const BUCKETS = 100;

/** The 100 most common values of each listed column; all other values share the average. */
function frequencies(db, table, column) {
  const counts = db.selectArrays(
    `SELECT ${column}, count(*) AS n FROM ${table} GROUP BY ${column} ORDER BY n DESC, ${column}`,
  );
  const common = new Map(counts.slice(0, MOST_COMMON));
  const rest = counts.slice(MOST_COMMON);
  const restRows = rest.reduce((sum, [, n]) => sum + n, 0);
  const average = rest.length > 0 ? restRows / rest.length : 0;
  return { values: counts.map(([value]) => value), counts, common, average };
}

/** Bounds of 100 buckets that hold equally many rows. */
function histogram(db, table, column) {
  const sorted = db.selectValues(`SELECT ${column} FROM ${table} ORDER BY ${column}`);
  const bounds = Array.from(
    { length: BUCKETS + 1 },
    (_, i) => sorted[Math.round((i * (sorted.length - 1)) / BUCKETS)],
  );
  return { bounds, rows: sorted.length };
}

/** Share of the rows with a value up to the given one, linear within a bucket. */
function shareUpTo({ bounds }, value) {
  if (value < bounds[0]) return 0;
  if (value >= bounds[BUCKETS]) return 1;
  let bucket = 0;
  while (bounds[bucket + 1] <= value) bucket++;
  const width = bounds[bucket + 1] - bounds[bucket];
  return (bucket + (value - bounds[bucket]) / width) / BUCKETS;
}

/** Reads the statistics once. Columns are named 'table.column'. */
export function readStatistics(db) {
  const byName = (names, read) =>
    new Map(names.map((name) => [name, read(db, ...name.split('.'))]));
  const discrete = byName(
    [
      'customers.country',
      'orders.status',
      'orders.store_id',
      'products.category',
      'items.product_id',
    ],
    frequencies,
  );
  const ordered = byName(['customers.signup_day', 'orders.day', 'orders.total'], histogram);
  return {
    values: (name) => discrete.get(name).values,
    counts: (name) => discrete.get(name).counts.map(([, n]) => n),
    rowsWith(name, value) {
      const { common, average } = discrete.get(name);
      return common.get(value) ?? average;
    },
    rowsBetween(name, low, high) {
      const column = ordered.get(name);
      return Math.max(0, shareUpTo(column, high) - shareUpTo(column, low - 1)) * column.rows;
    },
    /** The value that the given share of the rows reaches or passes. */
    valueReachedBy(name, share) {
      const { bounds } = ordered.get(name);
      return bounds[Math.round((1 - share) * BUCKETS)];
    },
  };
}
