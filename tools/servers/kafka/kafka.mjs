// A local Kafka broker for tests and development, without Docker: the jars come from Maven, once.
//   node tools/servers/kafka/kafka.mjs [--port 9092] [--folder <kept data>] [--until-stdin-ends]
//   node tools/servers/kafka/kafka.mjs --check     fetches the jars, or exits with 3 and the reason why it cannot
// Prints one line of JSON, {"url", "pid"}, when it takes connections; stops at SIGINT or SIGTERM. The broker is for this
// machine only: no TLS, no passwords, one copy of everything.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/servers', import.meta.url));
const startWithinMs = 60_000;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    check: { type: 'boolean', default: false },
    'until-stdin-ends': { type: 'boolean', default: false },
  },
});

try {
  const jars = fetchJars();
  if (!options.check) await run(jars);
} catch (error) {
  console.error(error.message);
  process.exitCode = 3;
}

/** The folder with the broker's jars, by the pom that names them. @throws Error saying what is missing here. */
function fetchJars() {
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const jars = join(cache, `kafka-${version}`);
  if (tool('java', ['-version']) !== 0) throw new Error('no Java');
  if (existsSync(jars)) return jars;
  if (tool('mvn', ['-version']) !== 0) throw new Error('no Maven to fetch the broker with');
  mkdirSync(cache, { recursive: true });
  const fetched = mkdtempSync(join(cache, 'fetching-'));
  try {
    const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${fetched}`];
    const maven = spawnSync('mvn', ['--batch-mode', '--quiet', '--file', pom, ...copy], { encoding: 'utf8' });
    if (maven.status !== 0) throw new Error(`Maven could not fetch the broker: ${firstError(maven.stdout)}`);
    if (!existsSync(jars)) renameSync(fetched, jars);
  } catch (error) {
    // Another process may have been quicker; a folder that is there is complete.
    if (!existsSync(jars)) throw error;
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
  return jars;
}

function tool(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status;
}

function firstError(output = '') {
  return /^\[ERROR\] (.{0,300})/m.exec(output)?.[1] ?? 'it did not say why';
}

async function run(jars) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lotsennetz-kafka-'));
  const [port, controller] = [Number(options.port) || (await freePort()), await freePort()];
  const broker = startBroker({ jars, folder, port, controller });
  const stop = () => broker.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (options['until-stdin-ends']) process.stdin.on('end', stop).on('error', stop).resume();
  broker.once('exit', (code, signal) => {
    // Data of a broker that nobody gave a folder is of no use to anybody.
    if (!options.folder) rmSync(folder, { recursive: true, force: true });
    process.exit(signal ? 0 : (code ?? 0));
  });
  await listening(port, broker);
  console.log(JSON.stringify({ url: `kafka://127.0.0.1:${port}`, pid: broker.pid }));
}

function startBroker({ jars, folder, port, controller }) {
  mkdirSync(folder, { recursive: true });
  const data = join(folder, 'data');
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, propertiesOf({ data, port, controller }));
  // Quick to start and small: tests share two cores with it.
  const java = [
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
  ];
  const classPath = ['-cp', join(jars, '*')];
  if (!existsSync(join(data, 'meta.properties'))) {
    const format = [
      'kafka.tools.StorageTool',
      'format',
      '--cluster-id',
      'MkU3OEVBNTcwNTJENDM2Qg',
      '--config',
      properties,
    ];
    const formatted = spawnSync('java', [...java, ...classPath, ...format], { encoding: 'utf8' });
    if (formatted.status !== 0) throw new Error(`Kafka's storage could not be made: ${formatted.stderr.slice(0, 300)}`);
  }
  return spawn('java', [...java, ...classPath, 'kafka.Kafka', properties], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function propertiesOf({ data, port, controller }) {
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${data}
auto.create.topics.enable=false
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
broker.heartbeat.interval.ms=500
broker.session.timeout.ms=3000
`;
}

/** @throws Error when the broker ends, or does not listen in time. */
async function listening(port, broker) {
  for (const deadline = Date.now() + startWithinMs; ;) {
    if (await answers(port)) return;
    if (broker.exitCode !== null || Date.now() > deadline) {
      broker.kill('SIGKILL');
      throw new Error('Kafka did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && true));
    socket.once('error', () => resolve(false));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
