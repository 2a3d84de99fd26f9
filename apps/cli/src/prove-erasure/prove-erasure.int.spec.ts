import { proveErasure } from './prove-erasure.js';

it('nothing is left of erased people, in any file, in backups, or after a restore', async () => {
  const lines: string[] = [];
  const failures = await proveErasure({ tell: (line) => lines.push(line) });
  expect({ failures, lines }).toMatchObject({ failures: [] });
  expect(lines.length).toBeGreaterThan(8);
}, 180_000);
