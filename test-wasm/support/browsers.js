// Starts browsers, for tests and benchmarks: each with a profile and a process of its own, which end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { freePort } from './servers.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

// Quiet: no first-run pages, no updates, no calls home.
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const FIREFOX_PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // As users have it; puppeteer turns it off.
  'security.fileuri.strict_origin_policy': true,
  'toolkit.telemetry.enabled': false,
};

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const WEBKIT_START_MS = 20_000;

/** Runs `use` with a new browser that puppeteer starts. */
async function withPuppeteer(options, use) {
  const profile = mkdtempSync(join(tmpdir(), 'microlora-browser-'));
  try {
    const browser = await puppeteer.launch({ headless: true, userDataDir: profile, ...options });
    try {
      return await use(browser);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs `use` with a new Chromium; flags beside those that it always has. */
export const withChromium = (use, flags = []) =>
  withPuppeteer({ executablePath: CHROMIUM, args: [...CHROMIUM_FLAGS, ...flags] }, use);

/**
 * Opens a page.
 *
 * @param {(use: (browser: import('puppeteer-core').Browser) => Promise<any>) => Promise<any>} start
 * @returns {(url: string, use: (read: (name: string) => Promise<any>, version: string) => Promise<any>) => Promise<any>}
 *   `read` gives window[name]
 */
const openWith = (start) => (url, use) =>
  start(async (browser) => {
    const page = await browser.newPage();
    await page.goto(url);
    const read = (name) => page.evaluate((name) => window[name], name);
    return use(read, await browser.version());
  });

const withFirefox = (use) =>
  withPuppeteer(
    {
      browser: 'firefox',
      executablePath: '/usr/bin/firefox-esr',
      extraPrefsFirefox: FIREFOX_PREFERENCES,
    },
    use,
  );

/** A client of plain WebDriver. */
const driver =
  (address) =>
  async (method, path, body = undefined) => {
    const response = await fetch(`${address}${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };

async function retry(attempt, milliseconds) {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function withWebKit(url, use) {
  const port = await freePort();
  // A group of its own: xvfb-run has children, which end with it.
  const child = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const ended = once(child, 'exit');
  const ask = driver(`http://127.0.0.1:${port}`);
  try {
    await retry(() => ask('GET', '/status'), WEBKIT_START_MS);
    const { sessionId, capabilities } = await ask('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
        },
      },
    });
    const session = `/session/${sessionId}`;
    try {
      await ask('POST', `${session}/url`, { url });
      const read = (name) =>
        ask('POST', `${session}/execute/sync`, {
          script: 'return window[arguments[0]];',
          args: [name],
        });
      const { browserName, browserVersion } = capabilities;
      return await use(read, `WebKitGTK ${browserName}/${browserVersion}`);
    } finally {
      await ask('DELETE', session);
    }
  } finally {
    process.kill(-child.pid);
    await ended;
  }
}

export const BROWSERS = [
  {
    id: 'chromium',
    label: 'Chromium',
    packages: ['chromium'],
    files: [CHROMIUM],
    open: openWith(withChromium),
  },
  {
    id: 'firefox',
    label: 'Firefox',
    packages: ['firefox-esr'],
    files: ['/usr/bin/firefox-esr'],
    open: openWith(withFirefox),
  },
  {
    id: 'webkit',
    label: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb'],
    files: ['/usr/bin/WebKitWebDriver', MINI_BROWSER, '/usr/bin/xvfb-run'],
    open: withWebKit,
  },
];

/** The Debian packages that are missing for these browsers. */
export const missingPackages = (browsers) =>
  browsers
    .filter(({ files }) => !files.every((file) => existsSync(file)))
    .flatMap(({ packages }) => packages);
