// Query templates over several tables: which table first, and how to meet the next one.
import { amount, variants } from './template.js';

const latestInCountry = {
  name: 'latest-in-country',
  title: 'Latest orders from a country',
  operator: 'Limit',
  operators: ['IndexScan', 'Join', 'Filter', 'Sort', 'Limit'],
  variants: variants(
    ({ from = 'customers c JOIN orders o' }) => `
      SELECT o.id, o.day, o.total, c.city FROM ${from} ON o.customer_id = c.id
      WHERE c.country = ?1 ORDER BY o.day DESC, o.id DESC LIMIT ?2`,
    {
      'customers first, then sort': { from: 'customers c CROSS JOIN orders o' },
      'newest order first until full': { from: 'orders o CROSS JOIN customers c' },
      'full scan of orders, then sort': { from: 'orders o NOT INDEXED CROSS JOIN customers c' },
    },
  ),
  draw: (p) => [p.value('customers.country'), p.limit()],
  features: (s, [country, limit]) => [
    amount('customers of the country', s.rowsWith('customers.country', country)),
    amount('limit', limit),
  ],
};

const countryRevenue = {
  name: 'country-revenue',
  title: 'Revenue of a country in a period',
  operator: 'Join',
  operators: ['IndexScan', 'Join', 'Filter', 'GroupBy', 'Aggregate'],
  variants: variants(
    ({ from = 'customers c JOIN orders o', day = 'o.day' }) => `
      SELECT o.channel, count(*), sum(o.total) FROM ${from} ON o.customer_id = c.id
      WHERE c.country = ?1 AND ${day} BETWEEN ?2 AND ?3 GROUP BY o.channel ORDER BY o.channel`,
    {
      'customers first': { from: 'customers c CROSS JOIN orders o' },
      'orders of the period first': { from: 'orders o CROSS JOIN customers c' },
      'full scan of orders first': { from: 'orders o NOT INDEXED CROSS JOIN customers c' },
    },
  ),
  draw: (p) => [p.value('customers.country'), ...p.period()],
  features: (s, [country, from, to]) => [
    amount('customers of the country', s.rowsWith('customers.country', country)),
    amount('orders in the period', s.rowsBetween('orders.day', from, to)),
  ],
};

const boughtTogether = {
  name: 'bought-together',
  title: 'Products bought with a product',
  operator: 'Join',
  operators: ['IndexScan', 'Scan', 'Join', 'GroupBy', 'Aggregate', 'Sort', 'Limit'],
  variants: variants(
    ({ from = 'items a JOIN items b' }) => `
      SELECT b.product_id, count(*) AS times FROM ${from} ON b.order_id = a.order_id
      WHERE a.product_id = ?1 AND b.product_id <> ?1
      GROUP BY b.product_id ORDER BY times DESC, b.product_id LIMIT 10`,
    {
      'the product first, then scan all items': {
        from: 'items a CROSS JOIN items b NOT INDEXED',
      },
      'all items first, already grouped': { from: 'items b CROSS JOIN items a' },
      'full scan of items first': { from: 'items b NOT INDEXED CROSS JOIN items a' },
    },
  ),
  draw: (p) => [p.value('items.product_id')],
  features: (s, [product]) => [
    amount('sales of the product', s.rowsWith('items.product_id', product)),
  ],
};

const brandRevenue = {
  name: 'brand-revenue',
  title: 'Brands of a category in a period',
  operator: 'NestedLoopJoin',
  operators: ['IndexScan', 'Scan', 'NestedLoopJoin', 'GroupBy', 'Aggregate', 'Sort'],
  variants: variants(
    ({ from = 'products p JOIN items i JOIN orders o' }) => `
      SELECT p.brand, sum(i.amount) AS revenue FROM ${from}
      WHERE i.product_id = p.id AND i.order_id = o.id
      AND p.category = ?1 AND o.day BETWEEN ?2 AND ?3
      GROUP BY p.brand ORDER BY revenue DESC, p.brand`,
    {
      'orders, items, products': { from: 'orders o CROSS JOIN items i CROSS JOIN products p' },
      'products, items, orders': { from: 'products p CROSS JOIN items i CROSS JOIN orders o' },
      'items, products, orders': {
        from: 'items i NOT INDEXED CROSS JOIN products p CROSS JOIN orders o',
      },
      'items, orders, products': {
        from: 'items i NOT INDEXED CROSS JOIN orders o CROSS JOIN products p',
      },
    },
  ),
  draw: (p) => [p.value('products.category'), ...p.period()],
  features: (s, [category, from, to]) => [
    amount('products of the category', s.rowsWith('products.category', category)),
    amount('orders in the period', s.rowsBetween('orders.day', from, to)),
  ],
};

const recentSpenders = {
  name: 'recent-spenders',
  title: 'Spending per segment of a country',
  operator: 'Materialize',
  operators: ['IndexScan', 'Scan', 'GroupBy', 'Materialize', 'Join', 'Aggregate'],
  variants: variants(
    ({ orders = 'orders', first = 'customers c JOIN', last = '' }) => `
      SELECT c.segment, count(*), sum(s.spent) FROM ${first} (
        SELECT customer_id, sum(total) AS spent FROM ${orders}
        WHERE day >= ?2 GROUP BY customer_id) s ${last}
      ON s.customer_id = c.id WHERE c.country = ?1 GROUP BY c.segment ORDER BY c.segment`,
    {
      'group by customer index, then customers': {
        first: '',
        last: 'CROSS JOIN customers c',
      },
      'group the days of the period, then customers': {
        orders: 'orders INDEXED BY orders_day',
        first: '',
        last: 'CROSS JOIN customers c',
      },
      'customers, then groups of the customer index': { first: 'customers c CROSS JOIN' },
      'customers, then groups of the days': {
        orders: 'orders INDEXED BY orders_day',
        first: 'customers c CROSS JOIN',
      },
    },
  ),
  draw: (p) => [p.value('customers.country'), p.period()[0]],
  features: (s, [country, from]) => [
    amount('customers of the country', s.rowsWith('customers.country', country)),
    amount('orders since the day', s.rowsBetween('orders.day', from, Infinity)),
  ],
};

export const joinTemplates = [
  latestInCountry,
  countryRevenue,
  boughtTogether,
  brandRevenue,
  recentSpenders,
];
