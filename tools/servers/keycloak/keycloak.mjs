// A local Keycloak for tests and development, without Docker: the distribution comes from Maven, once.
//   node tools/servers/keycloak/keycloak.mjs [--port 8081] [--folder <kept data>] [--until-stdin-ends]
//   node tools/servers/keycloak/keycloak.mjs --check   fetches the distribution, or exits with 3 and the reason why it cannot
// Prints one line of JSON, {"url", "pid"}, when it answers, with the realm of deploy/keycloak imported; the address holds
// name and password of its administrator. Stops at SIGINT or SIGTERM. It is for this machine only: no TLS, a file for a
// database, everybody knows the administrator's password.
import '../../swc-hook.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchDistribution, javaArguments } from './distribution.mjs';

const realm = fileURLToPath(new URL('../../../deploy/keycloak/lotsennetz-realm.json', import.meta.url));
const administrator = { name: 'admin', password: 'of-this-machine-only' };
const startWithinMs = 300_000;
const answerWithinMs = 10_000;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    check: { type: 'boolean', default: false },
    'until-stdin-ends': { type: 'boolean', default: false },
  },
});

try {
  const distribution = fetchDistribution();
  if (!options.check) await run(distribution);
} catch (error) {
  console.error(error.message);
  // Listening to stdin would keep it alive.
  process.exit(3);
}

async function run(distribution) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lotsennetz-keycloak-'));
  // Data of a server that nobody gave a folder is of no use to anybody.
  if (!options.folder) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  makeHome(folder, distribution);
  const { server, port, ended } = await startOnFreePort(folder);
  const { name, password } = administrator;
  console.log(JSON.stringify({ url: `http://${name}:${password}@localhost:${port}`, pid: server.pid }));
  const [code, signal] = await ended;
  process.exit(signal ? 0 : code);
}

/**
 * Java binds the port half a minute after it was found to be free. Whoever takes it meanwhile does not take the next one,
 * too. @throws Error when the server ends or does not answer in time.
 */
async function startOnFreePort(home) {
  const { quietPort } = await import('../../../libs/testing/src/servers/quiet-port.ts');
  const ports = Number(options.port) ? [Number(options.port)] : [await quietPort(), await quietPort()];
  for (const port of ports) {
    const server = startServer(home, port);
    const ended = once(server, 'exit');
    const isStopped = stopWithUs(server);
    if (await answers(`http://localhost:${port}/realms/lotsennetz`, server)) return { server, port, ended };
    if (isStopped()) process.exit(0);
  }
  throw new Error('Keycloak did not start');
}

/** Ends the server when this process is to end. Answers whether it was. */
function stopWithUs(server) {
  let stopped = false;
  const stop = () => {
    stopped = true;
    server.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (options['until-stdin-ends']) process.stdin.on('end', stop).on('error', stop).resume();
  return () => stopped;
}

/** Keycloak looks for its data and for realms to import beside its code; several share the code. */
function makeHome(folder, distribution) {
  mkdirSync(join(folder, 'data/import'), { recursive: true });
  copyFileSync(realm, join(folder, 'data/import/lotsennetz-realm.json'));
  for (const name of ['lib', 'conf', 'providers', 'themes']) {
    rmSync(join(folder, name), { force: true });
    symlinkSync(join(distribution, name), join(folder, name));
  }
}

function startServer(home, port) {
  const address = [
    '--http-enabled=true',
    '--http-host=127.0.0.1',
    `--http-port=${port}`,
    `--hostname=http://localhost:${port}`,
  ];
  const start = ['start', '--optimized', '--import-realm', '--cache=local', '--log-level=error', ...address];
  const env = {
    ...process.env,
    KC_BOOTSTRAP_ADMIN_USERNAME: administrator.name,
    KC_BOOTSTRAP_ADMIN_PASSWORD: administrator.password,
  };
  // The only line on stdout is ours.
  return spawn('java', javaArguments(home, start), { stdio: ['ignore', process.stderr, 'inherit'], env });
}

/** Whether it does before it ends. @throws Error when it does neither in time. */
async function answers(address, server) {
  for (const deadline = Date.now() + startWithinMs; Date.now() < deadline;) {
    // Whoever else has the port may never answer.
    const answered = fetch(address, { signal: AbortSignal.timeout(answerWithinMs) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (await answered) return true;
    if (server.exitCode !== null || server.signalCode !== null) return false;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill('SIGKILL');
  throw new Error('Keycloak did not start in time');
}
