import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { guestList } from '../guest-book.js';
import { startForTest } from '../testing.js';

const guests = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [],
} as const;

/** Where nobody listens any more. */
async function emptyAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return `http://127.0.0.1:${port}`;
}

describe('a collector that is away', () => {
  it('keeps nobody from working, and the process from ending for seconds only', async () => {
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: await emptyAddress(), OTEL_METRIC_EXPORT_INTERVAL: '100' };
    // Twice: what is global in the SDK must be free again after the first.
    for (let round = 0; round < 2; round++) {
      const platform = await startForTest([guests], { settings });
      expect(await platform.call('GET', '/guests/siegen/nothing')).toMatchObject({ status: 404 });
      expect(platform.service('guests').telemetry.tracing.isOn).toBe(true);
      const since = performance.now();
      await platform.close();
      expect(performance.now() - since).toBeLessThan(10_000);
    }
  });
});
