import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { clusterFindings } from './cluster-policy.js';
import { composeFindings } from './compose-policy.js';
import { at, each, entries, textAt, type Json } from './document.js';
import type { Validators, Verdict } from './validators.js';
import { collectorFindings, missingServices, tenantFindings, unknownSettings } from './workspace-policy.js';

/** One check: what was looked at, by what, and what is wrong with it. */
export interface Check {
  readonly what: string;
  readonly findings: readonly string[];
  /** Why it was not done at all. */
  readonly skipped?: string;
}

/** Checks every manifest below a folder; `services` must all run. */
export function* checkManifests(root: string, validators: Validators, services: readonly string[]): Generator<Check> {
  yield* composeChecks(root, validators, services);
  yield verdict('deploy/Dockerfile: checks of BuildKit', validators.dockerfile(join(root, 'deploy/Dockerfile')));
  yield* configurationChecks(root, validators);
  for (const overlay of overlaysOf(root)) yield* overlayChecks(root, overlay, { validators, services });
  for (const file of globSync('deploy/tenants/*.yaml', { cwd: root }).sort()) {
    const tenants = validators.documents(join(root, file));
    yield { what: `${file}: tenant`, findings: tenants.flatMap((tenant) => tenantFindings(tenant, overlaysOf(root))) };
  }
}

function* composeChecks(root: string, validators: Validators, services: readonly string[]): Generator<Check> {
  const file = join(root, 'docker-compose.yml');
  const loaded = withSecrets(join(root, '.env.example'), (values) => validators.compose(file, values));
  yield verdict('docker-compose.yml: loaded by compose-go', loaded);
  if (!loaded.ok) return;
  const resolved = JSON.parse(loaded.stdout) as Json;
  const [written = null] = validators.documents(file);
  const all = entries(at(resolved, 'services')).map(([, service]) => service);
  const settings = all.flatMap((service) => entries(at(service, 'environment')).map(([name]) => name));
  yield {
    what: 'docker-compose.yml: rules',
    findings: [
      ...composeFindings(written, resolved),
      ...missingServices(
        services,
        all.map((service) => at(service, 'command') ?? null),
      ),
      ...unknownSettings(settings),
    ],
  };
}

function* configurationChecks(root: string, validators: Validators): Generator<Check> {
  for (const file of globSync('deploy/alerts/*.yaml', { cwd: root }).sort())
    yield verdict(`${file}: parsed by Prometheus`, validators.alertRules(join(root, file)));
  const collector = 'deploy/otel-collector/config.yaml';
  yield {
    what: `${collector}: pipelines`,
    findings: validators.documents(join(root, collector)).flatMap(collectorFindings),
  };
  yield ingressCheck(root, 'deploy/ingress/nginx.conf');
}

function ingressCheck(root: string, file: string): Check {
  const work = mkdtempSync(join(tmpdir(), 'manifests-'));
  const output = join(work, 'output');
  // nginx opens /dev/stdout by its name, which works for files and not for what spawnSync listens to.
  const written = openSync(output, 'a');
  try {
    const { error, status } = spawnSync('nginx', ['-t', '-q', '-c', join(root, file)], {
      stdio: ['ignore', written, written],
    });
    const findings = error || status === 0 ? [] : [readFileSync(output, 'utf8').trim()];
    return { what: `${file}: nginx -t`, findings, ...(error ? { skipped: 'nginx is not installed' } : {}) };
  } finally {
    closeSync(written);
    rmSync(work, { recursive: true });
  }
}

interface OverlayTask {
  readonly validators: Validators;
  readonly services: readonly string[];
}

function* overlayChecks(root: string, overlay: string, { validators, services }: OverlayTask): Generator<Check> {
  const work = mkdtempSync(join(tmpdir(), 'manifests-'));
  try {
    // Overlays for trying things make their secrets from a file that is not part of the repository.
    cpSync(join(root, 'k8s'), join(work, 'k8s'), { recursive: true });
    const examples = globSync('k8s/**/*.env.example', { cwd: work });
    for (const example of examples) copyFileSync(join(work, example), join(work, example.replace('.example', '')));
    const rendered = validators.kustomize(join(work, overlay));
    yield verdict(`${overlay}: kustomize build`, rendered);
    if (!rendered.ok) return;
    const file = join(work, 'rendered.yaml');
    writeFileSync(file, rendered.stdout);
    const documents = validators.documents(file);
    const valid = validators.kubeconform(file, documents, work);
    yield {
      ...verdict(`${overlay}: kubeconform`, valid),
      what: `${overlay}: kubeconform, ${valid.stdout.trim().split('\n').at(-1) ?? ''}`,
    };
    const mayHoldSecrets = existsSync(join(root, overlay, 'engines.env.example'));
    yield {
      what: `${overlay}: rules`,
      findings: [
        ...clusterFindings(documents, { mayHoldSecrets }),
        ...missingServices(
          services,
          containersOf(documents).map((container) => at(container, 'args') ?? null),
        ),
        ...unknownSettings(variablesOf(documents)),
      ],
    };
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The example with a value for what it leaves to whoever copies it. */
function withSecrets<Answer>(example: string, work: (values: string) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-values-'));
  try {
    const values = join(folder, '.env');
    writeFileSync(values, readFileSync(example, 'utf8').replace(/^(\w+)=$/gm, '$1=a-value'));
    return work(values);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function overlaysOf(root: string): readonly string[] {
  return globSync('k8s/overlays/*', { cwd: root }).sort();
}

function containersOf(documents: readonly Json[]): readonly Json[] {
  return documents.flatMap((document) => each(at(document, 'spec', 'template', 'spec', 'containers')));
}

function variablesOf(documents: readonly Json[]): readonly string[] {
  const configured = documents
    .filter((document) => ['ConfigMap', 'Secret'].includes(textAt(document, 'kind')))
    .flatMap((document) => entries(at(document, 'data')).map(([name]) => name));
  const own = containersOf(documents).flatMap((container) => each(at(container, 'env')));
  return [...configured, ...own.map((variable) => textAt(variable, 'name'))];
}

function verdict(what: string, { ok, reason }: Verdict): Check {
  return { what, findings: ok ? [] : [reason] };
}

/** The services of the workspace, by their folders. */
export function servicesOf(root: string): readonly string[] {
  return globSync('services/*/package.json', { cwd: root })
    .map((file) => basename(join(root, file, '..')))
    .sort();
}

/** Whether the address of each service is known to the ingress. */
export function unroutedServices(root: string, services: readonly string[]): readonly string[] {
  const config = readFileSync(join(root, 'deploy/ingress/nginx.conf'), 'utf8');
  const routes = [...config.matchAll(/\(\?<service>([a-z|]+)\)/g)].map(([, names = '']) => names.split('|'));
  return services.filter((service) => routes.length === 0 || !routes.every((names) => names.includes(service)));
}
