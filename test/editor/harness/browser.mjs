/** The browser that shows VS Code in tests. */
import { chromium as browsers } from 'playwright-core';
import { chromium } from './install.mjs';

const ARGS = [
  // Chromium's sandbox refuses root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium without a window. It ends with this process. */
export async function startBrowser() {
  return browsers.launch({ executablePath: await chromium(), args: ARGS, headless: true });
}
