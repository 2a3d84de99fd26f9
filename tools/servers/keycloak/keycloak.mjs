// A local Keycloak for tests and development, without Docker: the distribution comes from Maven, once.
//   node tools/servers/keycloak/keycloak.mjs [--port 8081] [--folder <kept data>] [--until-stdin-ends]
//   node tools/servers/keycloak/keycloak.mjs --check   fetches the distribution, or exits with 3 and the reason why it cannot
// Prints one line of JSON, {"url", "pid"}, when it answers, with the realm of deploy/keycloak imported; the address holds
// name and password of its administrator. Stops at SIGINT or SIGTERM. It is for this machine only: no TLS, a file for a
// database, everybody knows the administrator's password.
import '../../swc-hook.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const realm = fileURLToPath(new URL('../../../deploy/keycloak/lotsennetz-realm.json', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/servers', import.meta.url));
const administrator = { name: 'admin', password: 'of-this-machine-only' };
// What Keycloak calls build time: it writes the code for these choices once, which every start would else do anew.
const preparation = ['build', '--db=dev-file'];
const startWithinMs = 300_000;
const answerWithinMs = 10_000;
const fetchAttempts = 3;
// Tests wait ten minutes for a server: after one download that hangs there is time for another.
const fetchWithinMs = 240_000;
const dayMs = 86_400_000;

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

/** The unpacked distribution, prepared for its start, by what it is made from. @throws Error saying what is missing here. */
function fetchDistribution() {
  const recipe = createHash('sha256').update(readFileSync(pom)).update(preparation.join(' '));
  const distribution = join(cache, `keycloak-${recipe.digest('hex').slice(0, 12)}`);
  if (!succeeds('java', ['-version'])) throw new Error('no Java');
  mkdirSync(cache, { recursive: true });
  removeBrokenOff();
  if (existsSync(distribution)) return distribution;
  if (!succeeds('mvn', ['-version'])) throw new Error('no Maven to fetch Keycloak with');
  const fetched = mkdtempSync(join(cache, 'fetching-'));
  try {
    const unpacked = unpackInto(fetched);
    const prepared = spawnSync('java', javaArguments(unpacked, preparation), { encoding: 'utf8' });
    if (prepared.status !== 0) throw new Error(`Keycloak could not be prepared: ${firstError(prepared)}`);
    if (!existsSync(distribution)) renameSync(unpacked, distribution);
  } catch (error) {
    // Another process may have been quicker; a folder that is there is complete.
    if (!existsSync(distribution)) throw error;
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
  return distribution;
}

/** A process that was killed while it fetched leaves some hundred megabytes; no fetch lasts a day. */
function removeBrokenOff() {
  for (const name of readdirSync(cache).filter((each) => each.startsWith('fetching-'))) {
    const folder = join(cache, name);
    const madeAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - madeAt > dayMs) rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder of the distribution in there. A download of 160 MB may break off or hang: it is tried again, from nothing. */
function unpackInto(folder) {
  for (let attempt = 1; ; attempt++) {
    const target = mkdtempSync(join(folder, 'attempt-'));
    const copy = [
      'dependency:unpack-dependencies',
      `-DoutputDirectory=${target}`,
      `-DmarkersDirectory=${target}/markers`,
    ];
    const maven = spawnSync('mvn', ['--batch-mode', '--quiet', '--file', pom, ...copy], {
      encoding: 'utf8',
      timeout: fetchWithinMs,
    });
    const unpacked = readdirSync(target).find((name) => name.startsWith('keycloak-'));
    if (maven.status === 0 && unpacked !== undefined) return join(target, unpacked);
    if (attempt === fetchAttempts) throw new Error(`Maven could not fetch Keycloak: ${firstError(maven)}`);
  }
}

function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function firstError({ stdout, stderr, error }) {
  return /^.*error:? ?\]? .{0,300}/im.exec(`${stdout}\n${stderr}`)?.[0] ?? error?.message ?? 'it did not say why';
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

/** As `kc.sh` has it, which is a process in between. */
function javaArguments(home, command) {
  const opened = ['java.util', 'java.util.concurrent', 'java.security'].map((name) => `java.base/${name}=ALL-UNNAMED`);
  return [
    // Quick to start and small: tests share two cores with it.
    ...['-Xms64m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    ...opened.flatMap((each) => ['--add-opens', each]),
    ...['-Duser.language=en', '-Duser.country=US', '-Dfile.encoding=UTF-8', '-Dpicocli.disable.closures=true'],
    '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
    '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
    `-Dkc.home.dir=${home}`,
    ...['-cp', join(home, 'lib/quarkus-run.jar'), 'io.quarkus.bootstrap.runner.QuarkusEntryPoint'],
    ...command,
  ];
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
