// Query templates over one table: which index, or none, and whether to sort.
import { amount, choice, variants } from './template.js';

const latestByStatus = {
  name: 'latest-by-status',
  title: 'Latest orders with a status',
  operator: 'Limit',
  operators: ['IndexScan', 'Filter', 'Sort', 'Limit'],
  variants: variants(
    ({ from = '', status = 'status', day = 'day' }) => `
      SELECT id, day, total FROM orders ${from} WHERE ${status} = ?1
      ORDER BY ${day} DESC, id DESC LIMIT ?2`,
    {
      'status index, then sort': { day: '+day' },
      'newest day first until full': { status: '+status' },
      'full scan, then sort': { from: 'NOT INDEXED' },
    },
  ),
  draw: (p) => [p.value('orders.status'), p.limit()],
  features: (s, [status, limit]) => [
    choice('status', status, s.values('orders.status')),
    amount('limit', limit),
  ],
};

const signups = {
  name: 'signups',
  title: 'Sign-ups of a country in a period',
  operator: 'IndexScan',
  operators: ['IndexScan', 'Filter', 'GroupBy', 'Aggregate'],
  variants: variants(
    ({ from = '', country = 'country', day = 'signup_day' }) => `
      SELECT segment, count(*) FROM customers ${from}
      WHERE ${country} = ?1 AND ${day} BETWEEN ?2 AND ?3 GROUP BY segment ORDER BY segment`,
    {
      'sign-up day index': { country: '+country' },
      'country index': { day: '+signup_day' },
      'full scan': { from: 'NOT INDEXED' },
    },
  ),
  draw: (p) => [p.value('customers.country'), ...p.period()],
  features: (s, [country, from, to]) => [
    amount('customers of the country', s.rowsWith('customers.country', country)),
    amount('sign-ups in the period', s.rowsBetween('customers.signup_day', from, to)),
  ],
};

const storesAbove = {
  name: 'stores-above',
  title: 'Stores by orders above a total',
  operator: 'Scan',
  operators: ['Scan', 'IndexScan', 'GroupBy', 'Aggregate'],
  variants: variants(
    ({ from = '', total = 'total' }) => `
      SELECT store_id, count(*), sum(total) FROM orders ${from}
      WHERE ${total} >= ?1 GROUP BY store_id ORDER BY store_id`,
    {
      'total index, then group': { from: 'INDEXED BY orders_total' },
      'store index, already grouped': { total: '+total' },
      'full scan, then group': { from: 'NOT INDEXED' },
    },
  ),
  draw: (p) => [p.minimumTotal()],
  features: (s, [total]) => [
    amount('orders above the total', s.rowsBetween('orders.total', total, Infinity)),
  ],
};

const storeRevenue = {
  name: 'store-revenue',
  title: 'Large orders of a store in a period',
  operator: 'Filter',
  operators: ['IndexScan', 'Scan', 'Filter', 'Aggregate'],
  variants: variants(
    ({ from = '', store = 'store_id', day = 'day', total = 'total' }) => `
      SELECT count(*), sum(total) FROM orders ${from}
      WHERE ${store} = ?1 AND ${day} BETWEEN ?2 AND ?3 AND ${total} >= ?4`,
    {
      'store index': { day: '+day', total: '+total' },
      'day index': { store: '+store_id', total: '+total' },
      'total index': { store: '+store_id', day: '+day' },
      'full scan': { from: 'NOT INDEXED' },
    },
  ),
  draw: (p) => [p.value('orders.store_id'), ...p.period(), p.minimumTotal()],
  features: (s, [store, from, to, total]) => [
    amount('orders of the store', s.rowsWith('orders.store_id', store)),
    amount('orders in the period', s.rowsBetween('orders.day', from, to)),
    amount('orders above the total', s.rowsBetween('orders.total', total, Infinity)),
  ],
};

const ordersAboveByDay = {
  name: 'above-by-day',
  title: 'Orders above a total, in order of day',
  operator: 'Sort',
  operators: ['IndexScan', 'Scan', 'Filter', 'Sort'],
  variants: variants(
    ({ from = '', total = 'total', day = 'day' }) => `
      SELECT id, day, total FROM orders ${from} WHERE ${total} >= ?1 ORDER BY ${day}, id`,
    {
      'walk the day index': { total: '+total' },
      'total index, then sort': { day: '+day' },
      'full scan, then sort': { from: 'NOT INDEXED' },
    },
  ),
  draw: (p) => [p.minimumTotal()],
  features: (s, [total]) => [
    amount('orders above the total', s.rowsBetween('orders.total', total, Infinity)),
  ],
};

const lastLargeOrder = {
  name: 'last-large-order',
  title: 'Day of the last order above a total',
  operator: 'Aggregate',
  operators: ['IndexScan', 'Scan', 'Filter', 'Aggregate'],
  variants: variants(
    ({ from = '' }) => `
      SELECT max(day) FROM orders ${from} WHERE total >= ?1 AND channel = ?2`,
    {
      'newest day first until found': { from: 'INDEXED BY orders_day' },
      'total index': { from: 'INDEXED BY orders_total' },
      'full scan': { from: 'NOT INDEXED' },
    },
  ),
  draw: (p) => [p.minimumTotal(), p.channel()],
  features: (s, [total, channel]) => [
    amount('orders above the total', s.rowsBetween('orders.total', total, Infinity)),
    choice('channel', channel, ['web', 'shop']),
  ],
};

const busiestCustomers = {
  name: 'busiest-customers',
  title: 'Top customers of a period',
  operator: 'GroupBy',
  operators: ['IndexScan', 'Scan', 'GroupBy', 'Aggregate', 'Sort', 'Limit'],
  variants: variants(
    ({ from = '' }) => `
      SELECT customer_id, count(*), sum(total) AS spent FROM orders ${from}
      WHERE day BETWEEN ?1 AND ?2 GROUP BY customer_id
      ORDER BY spent DESC, customer_id LIMIT 10`,
    {
      'day index, then group': { from: 'INDEXED BY orders_day' },
      'customer index, already grouped': { from: 'INDEXED BY orders_customer' },
      'full scan, then group': { from: 'NOT INDEXED' },
    },
  ),
  draw: (p) => p.period(),
  features: (s, [from, to]) => [
    amount('orders in the period', s.rowsBetween('orders.day', from, to)),
  ],
};

export const singleTableTemplates = [
  latestByStatus,
  signups,
  storesAbove,
  storeRevenue,
  ordersAboveByDay,
  lastLargeOrder,
  busiestCustomers,
];
