// The generated sales database: schema, skewed and correlated rows, indexes, ANALYZE.
import { createRandom, zipfWeights } from '../common/random.js';

export const DAYS = 1096;
const ARCHIVE_BEFORE = 365;

// Each order has one to five items, 117 000 in all.
const SIZES = { customers: 20_000, stores: 120, products: 3_000, orders: 60_000 };
const TABLES = [...Object.keys(SIZES), 'items'];

const SCHEMA = `
  CREATE TABLE customers (
    id INTEGER PRIMARY KEY, name TEXT, email TEXT, country TEXT, city TEXT, segment TEXT,
    signup_day INTEGER);
  CREATE TABLE stores (id INTEGER PRIMARY KEY, country TEXT, name TEXT);
  CREATE TABLE products (
    id INTEGER PRIMARY KEY, name TEXT, category TEXT, brand TEXT, launch_day INTEGER,
    price INTEGER);
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers,
    store_id INTEGER REFERENCES stores, day INTEGER, status TEXT, channel TEXT, total INTEGER,
    reference TEXT);
  CREATE TABLE items (
    id INTEGER PRIMARY KEY, order_id INTEGER REFERENCES orders,
    product_id INTEGER REFERENCES products, quantity INTEGER, amount INTEGER);`;

const INDEXES = `
  CREATE INDEX customers_country ON customers (country);
  CREATE INDEX customers_signup ON customers (signup_day);
  CREATE INDEX products_category ON products (category);
  CREATE INDEX products_brand ON products (brand);
  CREATE INDEX orders_customer ON orders (customer_id, day);
  CREATE INDEX orders_store ON orders (store_id);
  CREATE INDEX orders_day ON orders (day);
  CREATE INDEX orders_status ON orders (status);
  CREATE INDEX orders_total ON orders (total);
  CREATE INDEX items_order ON items (order_id);
  CREATE INDEX items_product ON items (product_id);`;

/** Fills an empty database and analyses it. A scale below 1 makes a smaller one. */
export function createDatabase(db, seed, scale = 1) {
  const count = (table) => Math.round(SIZES[table] * scale);
  db.exec(SCHEMA);
  db.exec('BEGIN');
  const customers = insertCustomers(db, createRandom(seed, 'customers'), count('customers'));
  const stores = insertStores(db, createRandom(seed, 'stores'), SIZES.stores);
  const products = insertProducts(db, createRandom(seed, 'products'), count('products'));
  const days = orderDays(createRandom(seed, 'days'), count('orders'));
  insertOrders(db, createRandom(seed, 'orders'), { customers, stores, products, days });
  db.exec('COMMIT');
  db.exec(INDEXES);
  db.exec('ANALYZE');
}

export const countRows = (db) =>
  TABLES.map((table) => db.selectValue(`SELECT count(*) FROM ${table}`)).reduce(
    (sum, rows) => sum + rows,
  );

function inserter(db, table, columns) {
  const statement = db.prepare(
    `INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`,
  );
  return {
    insert: (row) => statement.bind(row).stepReset(),
    close: () => statement.finalize(),
  };
}

/** Countries open one after the other, the largest first; each has its own cities and segments. */
function insertCustomers(db, random, count) {
  const { insert, close } = inserter(db, 'customers', 7);
  const country = random.weighted(zipfWeights(30, 1.3));
  const city = random.weighted(zipfWeights(12, 1.0));
  const rows = [];
  for (let id = 1; id <= count; id++) {
    const home = country();
    const opened = Math.min(900, home * 32);
    const signupDay = opened + Math.floor((DAYS - opened) * random.uniform() ** 1.2);
    const enterpriseShare = home % 5 === 0 ? 0.06 : 0.01;
    const draw = random.uniform();
    const segment = draw < enterpriseShare ? 'enterprise' : draw < 0.18 ? 'business' : 'consumer';
    const countryName = `country-${String(home + 1).padStart(2, '0')}`;
    const town = `${countryName}/city-${city() + 1}`;
    insert([id, `Customer ${id}`, `c${id}@example.com`, countryName, town, segment, signupDay]);
    rows.push({ id, home, signupDay, segment });
  }
  close();
  return rows;
}

function insertStores(db, random, count) {
  const { insert, close } = inserter(db, 'stores', 3);
  const country = random.weighted(zipfWeights(30, 1.0));
  const byCountry = Array.from({ length: 30 }, () => []);
  for (let id = 1; id <= count; id++) {
    const home = id <= 30 ? id - 1 : country();
    insert([id, `country-${String(home + 1).padStart(2, '0')}`, `Store ${id}`]);
    byCountry[home].push(id);
  }
  close();
  return byCountry;
}

/** A brand belongs to one or two categories; price and launch day depend on the category. */
function insertProducts(db, random, count) {
  const { insert, close } = inserter(db, 'products', 6);
  const category = random.weighted(zipfWeights(40, 1.1));
  const brandInCategory = random.weighted(zipfWeights(8, 1.2));
  const rows = [];
  for (let id = 1; id <= count; id++) {
    const kind = category();
    const brandHome = random.chance(0.1) ? (kind + 1) % 40 : kind;
    const brand = `brand-${brandHome + 1}-${brandInCategory() + 1}`;
    const launchDay = kind % 4 === 3 ? random.integer(500, 1000) : random.integer(-300, 600);
    const price = Math.round(random.logNormal(Math.log(800 + 400 * (kind % 12)), 0.6)());
    insert([id, `Product ${id}`, `category-${kind + 1}`, brand, launchDay, price]);
    rows.push({ id, launchDay, price });
  }
  close();
  return rows;
}

/** Day of an order: the business grows, and the last quarter of each year is busier. */
function orderDays(random, count) {
  const days = [];
  while (days.length < count) {
    const day = Math.floor(DAYS * random.uniform() ** 0.75);
    const busy = day % 365 > 300;
    if (busy || random.chance(0.6)) days.push(day);
  }
  return days.sort((a, b) => a - b);
}

/** Old orders are archived, fresh ones are open, disputes cluster in one bad month. */
function orderStatus(random, day) {
  if (day >= DAYS - 9 && random.chance(0.8)) return 'open';
  if (random.chance(day >= 520 && day < 550 ? 0.06 : 0.0008)) return 'disputed';
  if (random.chance(0.015)) return 'cancelled';
  if (random.chance(0.06)) return 'returned';
  return day < ARCHIVE_BEFORE ? 'archived' : 'complete';
}

/** Inserts orders in the order of time, and their items. */
function insertOrders(db, random, { customers, stores, products, days }) {
  const orders = inserter(db, 'orders', 8);
  const items = inserter(db, 'items', 5);
  const buyers = random.shuffle([...customers]);
  const buyer = random.weighted(
    zipfWeights(buyers.length, 0.75).map((w, i) =>
      buyers[i].segment === 'enterprise' ? 4 * w : w,
    ),
  );
  const wares = random.shuffle([...products]);
  const ware = random.weighted(zipfWeights(wares.length, 0.9));
  const store = stores.map((list) => random.weighted(zipfWeights(list.length, 1.0)));
  const drawFrom = (draw, list, fits) => {
    let found = list[draw()];
    for (let i = 0; i < 20 && !fits(found); i++) found = list[draw()];
    return found;
  };

  let itemId = 0;
  days.forEach((day, i) => {
    const id = i + 1;
    const customer = drawFrom(buyer, buyers, (c) => c.signupDay <= day);
    const lines = customer.segment === 'consumer' ? random.integer(1, 2) : random.integer(1, 5);
    const bulk = customer.segment === 'enterprise' ? 20 : customer.segment === 'business' ? 4 : 1;
    let total = 0;
    for (let line = 0; line < lines; line++) {
      const product = drawFrom(ware, wares, (p) => p.launchDay <= day);
      const quantity = random.integer(1, 2 * bulk);
      const amount = quantity * product.price;
      total += amount;
      items.insert([++itemId, id, product.id, quantity, amount]);
    }
    const online = random.chance(0.2 + (0.6 * day) / DAYS);
    const storeId = stores[customer.home][store[customer.home]()];
    const status = orderStatus(random, day);
    const reference = `SO-${String(id).padStart(8, '0')}-${customer.segment}`;
    orders.insert([
      id,
      customer.id,
      storeId,
      day,
      status,
      online ? 'web' : 'shop',
      total,
      reference,
    ]);
  });
  orders.close();
  items.close();
}
