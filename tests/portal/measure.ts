import { setTimeout as later } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import type { PortalUnderTest } from './portal-under-test.js';

// Run in the page before anything of it, so that nothing is missed.
const watchPaint = `window.largest = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.largest = entry.startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });`;
const watchTasks = `window.longTasks = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.longTasks.push(entry.duration); })
  .observe({ type: 'longtask' });`;

const slowdown = 4;

/** When the largest part of a page was painted, in ms, on a processor four times as slow. With nothing in the cache. */
export async function largestPaintMs(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(watchPaint);
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  // What comes late would count, too.
  await later(1_500);
  const paintedMs = await page.evaluate<number>('window.largest');
  await page.close();
  return paintedMs;
}

/** Long enough for a list that nobody pages through by hand. */
export const manyVolunteers = 5_000;

/** Brings so many volunteers in that there are 5,000 and more. */
export async function importVolunteers(portal: PortalUnderTest): Promise<void> {
  const titles = 'Vorname;Nachname;E-Mail;PLZ;Ort;Sprachen;Themen;Verfügbarkeit;Interesse seit';
  const line = (n: number) =>
    `Mila;Muster${n};mila.${n}@example.org;57072;Siegen;de,ar;Behörde,Arzt;Mo-vormittags;06.01.2026`;
  const csv = [titles, ...Array.from({ length: manyVolunteers }, (_, n) => line(n))].join('\n');
  const { id } = (await portal.send('/registration/siegen/imports/volunteers', csv)) as { id: string };
  for (let tries = 600; tries > 0; tries--) {
    const { state } = (await portal.ask(`/registration/siegen/imports/${id}`)) as { state: string };
    if (state === 'done') return;
    if (state !== 'running') throw new Error(`the import is ${state}`);
    await later(200);
  }
  throw new Error('the import takes more than two minutes');
}

/** Scrolls through all volunteers, and counts the pieces of work that kept the page from drawing for more than 50 ms. */
export async function scrollVolunteers(
  context: BrowserContext,
): Promise<{ readonly rows: number; readonly longTasks: readonly number[] }> {
  const page = await context.newPage();
  await page.goto('/t/siegen/buero/freiwillige');
  await page.locator('.people__row').first().waitFor();
  await page.evaluate(watchTasks);
  const furthest =
    '[...document.querySelectorAll(".people__row")].reduce((most, row) => Math.max(most, Number(row.ariaPosInSet)), 0)';
  let rows = 0;
  for (let turns = 0; turns < 1_000 && rows < manyVolunteers; turns++) {
    await page.mouse.wheel(0, 2_000);
    await later(16);
    rows = await page.evaluate<number>(furthest);
  }
  const longTasks = await page.evaluate<number[]>('window.longTasks.map(Math.round)');
  await page.close();
  return { rows, longTasks };
}
