// A stub in the place of an EventStoreDB, for tests only; see libs/testing/src/servers/eventstoredb-stub.ts.
//   node tools/servers/eventstoredb/stub.mjs [--port 2113] [--folder <kept data>] [--until-stdin-ends]
//   node tools/servers/eventstoredb/stub.mjs --check     there is nothing to fetch: exits with 0
// Prints one line of JSON, {"url", "pid"}, when it takes connections; stops at SIGINT or SIGTERM.
import '../../swc-hook.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    check: { type: 'boolean', default: false },
    'until-stdin-ends': { type: 'boolean', default: false },
  },
});

if (!options.check) await run();

async function run() {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lotsennetz-eventstoredb-'));
  const stop = () => {
    if (!options.folder) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (options['until-stdin-ends']) process.stdin.on('end', stop).on('error', stop).resume();
  const { startEventStoreDbStub } = await import('../../../libs/testing/src/servers/eventstoredb-stub.ts');
  const url = await startEventStoreDbStub(folder, Number(options.port));
  console.log(JSON.stringify({ url, pid: process.pid }));
}
