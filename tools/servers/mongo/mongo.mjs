// A local server of the MongoDB protocol for tests and development, without Docker: the jars come from Maven, once.
//   node tools/servers/mongo/mongo.mjs [--port 27017] [--folder <kept data>] [--until-stdin-ends]
//   node tools/servers/mongo/mongo.mjs --check     fetches the jars, or exits with 3 and the reason why it cannot
// Prints one line of JSON, {"url", "pid"}, when it takes connections; stops at SIGINT or SIGTERM. The server is for this
// machine only: no TLS, no passwords, one node, no transactions, no index but the one on _id.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const source = fileURLToPath(new URL('LocalMongoServer.java', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/servers', import.meta.url));

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    check: { type: 'boolean', default: false },
    'until-stdin-ends': { type: 'boolean', default: false },
  },
});

try {
  const classes = build();
  if (!options.check) run(classes);
} catch (error) {
  console.error(error.message);
  process.exitCode = 3;
}

/** The folder with the jars and the compiled server, by what they are made from. @throws Error saying what is missing here. */
function build() {
  const version = createHash('sha256')
    .update(readFileSync(pom))
    .update(readFileSync(source))
    .digest('hex')
    .slice(0, 12);
  const classes = join(cache, `mongo-${version}`);
  if (!succeeds('java', ['-version'])) throw new Error('no Java');
  if (existsSync(classes)) return classes;
  if (!succeeds('mvn', ['-version'])) throw new Error('no Maven to fetch the server with');
  if (!succeeds('javac', ['-version'])) throw new Error('no Java compiler');
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'fetching-'));
  try {
    const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${fresh}`];
    attempt('mvn', ['--batch-mode', '--quiet', '--file', pom, ...copy]);
    attempt('javac', ['-cp', join(fresh, '*'), '-d', fresh, source]);
    if (!existsSync(classes)) renameSync(fresh, classes);
  } catch (error) {
    // Another process may have been quicker; a folder that is there is complete.
    if (!existsSync(classes)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return classes;
}

function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function attempt(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  const reason = /^.*error:? .{0,300}/im.exec(`${stdout}\n${stderr}`)?.[0] ?? 'it did not say why';
  throw new Error(`${command} could not make the server: ${reason}`);
}

function run(classes) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lotsennetz-mongo-'));
  mkdirSync(folder, { recursive: true });
  // Quick to start and small: tests share two cores with it.
  const java = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  // It logs a stack trace for each request that it refuses, which the client is told anyway: of `create` for a collection
  // that is there, MongoDB itself says no more than that.
  const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=off';
  const classPath = ['-cp', [classes, join(classes, '*')].join(delimiter), quiet];
  const program = ['de.bwaldvogel.mongo.backend.h2.LocalMongoServer', options.port, join(folder, 'data.mv')];
  const server = spawn('java', [...java, ...classPath, ...program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = () => server.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (options['until-stdin-ends']) process.stdin.on('end', stop).on('error', stop).resume();
  server.once('exit', (code, signal) => {
    // Data of a server that nobody gave a folder is of no use to anybody.
    if (!options.folder) rmSync(folder, { recursive: true, force: true });
    process.exit(signal ? 0 : (code ?? 0));
  });
  createInterface(server.stdout).once('line', (port) =>
    console.log(JSON.stringify({ url: `mongodb://127.0.0.1:${port}`, pid: server.pid })),
  );
}
