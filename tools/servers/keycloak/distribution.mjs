// Fetches the distribution of Keycloak by Maven into the cache, and says how Java runs it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/servers', import.meta.url));
// What Keycloak calls build time: it writes the code for these choices once, which every start would else do anew.
const preparation = ['build', '--db=dev-file'];
const fetchAttempts = 3;
// Tests wait ten minutes for a server: after one download that hangs there is time for another.
const fetchWithinMs = 240_000;
const dayMs = 86_400_000;

/** The unpacked distribution, prepared for its start, by what it is made from. @throws Error saying what is missing here. */
export function fetchDistribution() {
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

/** As `kc.sh` has it, which is a process in between. */
export function javaArguments(home, command) {
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
