import { loadavg } from 'node:os';
import { importVolunteers, largestPaintMs, scrollVolunteers } from './measure.js';
import { PortalUnderTest } from './portal-under-test.js';

// `npm run bench:portal`: how fast the portal is, on this machine as busy as it is now.
await using portal = await PortalUnderTest.open();
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const pages = [
  ['public start', '/', undefined],
  ['ask for help', '/t/siegen/hilfe', undefined],
  ['Today', '/t/siegen/buero', 'coordinator'],
] as const;
console.log(
  `load ${loadavg()[0]?.toFixed(1)}; largest contentful paint with a processor 4 times as slow, median of 5:`,
);
for (const [name, path, role] of pages) {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const context = await portal.visit({ locale: 'de', ...(role ? { role } : {}) });
    times.push(Math.round(await largestPaintMs(context, path)));
    await context.close();
  }
  console.log(`  ${name}: ${median(times)} ms (${times.join(', ')})`);
}
await importVolunteers(portal);
const { rows, longTasks } = await scrollVolunteers(await portal.visit({ locale: 'de', role: 'coordinator' }));
console.log(
  `load ${loadavg()[0]?.toFixed(1)}; ${rows} volunteers scrolled: ${longTasks.length} tasks above 50 ms`,
  longTasks,
);
