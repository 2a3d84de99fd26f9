// A process of its own that starts one server for a whole test run and ends it with the run, however that ends.
import { rmSync } from 'node:fs';
import { knownServers } from './known-servers.js';
import { startLocalProcess } from './local-process.js';
import { messageOf, type RunningServer, type ServerKind } from './server-kind.js';
import { becomeKeeper, isAlive, writeRecord, type KeeperTask } from './server-record.js';

const lookMs = 300;

const task = JSON.parse(process.argv[2] ?? '{}') as KeeperTask;
const kind = knownServers[task.name];
if (!kind) throw new RangeError(`no server is called ${task.name}`);
if (becomeKeeper(task)) await keep(kind);

async function keep(server: ServerKind): Promise<void> {
  try {
    const running = await start(server);
    writeRecord(task, { url: running.url });
    await ownerHasEnded();
    await running.stop();
  } catch (error) {
    writeRecord(task, { missing: messageOf(error) });
    await ownerHasEnded();
  }
  rmSync(task.folder, { recursive: true, force: true });
}

async function start(server: ServerKind): Promise<RunningServer> {
  const noDocker = await server.inDocker().catch((error: unknown) => ({ reason: messageOf(error) }));
  if (!('reason' in noDocker)) return noDocker;
  try {
    return await startLocalProcess(server);
  } catch (error) {
    throw new Error(`${server.variable} is not set; Docker: ${noDocker.reason}; here: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function ownerHasEnded(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(task.owner)) return;
      clearInterval(timer);
      resolve();
    }, lookMs);
  });
}
