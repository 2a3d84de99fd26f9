import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifests, servicesOf, unroutedServices } from '../../tools/manifests/check.js';
import { Validators } from '../../tools/manifests/validators.js';
import { SampleWorkspace } from '../sample-workspace.js';

const repository = join(import.meta.dirname, '../..');
const services = servicesOf(repository);
// A developer may go without; in CI a skipped test is a failure.
const describeWithGo = runs('go', 'version') ? describe : describe.skip;
const itWithNginx = runs('nginx', '-v') ? it : it.skip;

/** What is planted, the check that must find it, and what it says. */
type Plant = readonly [file: string, from: string, to: string, check: RegExp, finding: RegExp];

const plants: readonly Plant[] = [
  ['docker-compose.yml', 'pids_limit: 128', 'pids_limits: 128', /compose-go/, /additional properties 'pids_limits'/],
  ['docker-compose.yml', '  mongo-config: {}\n', '', /compose-go/, /undefined volume mongo-config/],
  [
    'docker-compose.yml',
    'kafka: { condition: service_healthy }',
    'kafkaa: { condition: service_healthy }',
    /compose-go/,
    /kafkaa/,
  ],
  [
    '.env.example',
    'MONGO_PASSWORD=laptop-only-mongo\n',
    '',
    /compose-go/,
    /MONGO_PASSWORD is missing a value: missing; copy/,
  ],
  [
    'docker-compose.yml',
    'command: [serve, matching]',
    'command: [serve, training]',
    /docker-compose.yml: rules/,
    /'serve matching'/,
  ],
  [
    'docker-compose.yml',
    'LOTSENNETZ_BUS:',
    'LOTSENNETZ_BUSS:',
    /docker-compose.yml: rules/,
    /no setting LOTSENNETZ_BUSS/,
  ],
  ['deploy/Dockerfile', 'EXPOSE 8080', 'EXPOSED 8080', /BuildKit/, /unknown instruction: EXPOSED/],
  ['deploy/Dockerfile', 'ENV NODE_ENV=production', 'ENV API_TOKEN=x', /BuildKit/, /SecretsUsedInArgOrEnv/],
  ['deploy/Dockerfile', 'AS run', 'AS Run', /BuildKit/, /StageNameCasing/],
  [
    'deploy/alerts/lotsennetz.rules.yaml',
    'lotsennetz_relay_lag_seconds) > 30',
    'lotsennetz_relay_lag_seconds > 30',
    /Prometheus/,
    /parse error/,
  ],
  [
    'deploy/otel-collector/config.yaml',
    'exporters: [prometheus]',
    'exporters: [prometheuss]',
    /pipelines/,
    /prometheuss/,
  ],
  [
    'k8s/base/service/deployment.yaml',
    'apiVersion: apps/v1',
    'apiVersion: apps/v1beta9',
    /kubeconform/,
    /could not find schema for Deployment/,
  ],
  [
    'k8s/base/service/deployment.yaml',
    'revisionHistoryLimit: 5',
    'revisionHistory: 5',
    /kubeconform/,
    /revisionHistory/,
  ],
  ['k8s/base/service/service.yaml', 'port: 8080', 'port: http', /kubeconform/, /Service training is invalid/],
  [
    'k8s/base/service/deployment.yaml',
    'allowPrivilegeEscalation: false',
    'privileged: true',
    /county: rules/,
    /is privileged/,
  ],
  [
    'k8s/base/service/deployment.yaml',
    '- name: data\n          emptyDir',
    '- name: other\n          emptyDir',
    /county: rules/,
    /volume 'data'/,
  ],
  ['k8s/base/kustomization.yaml', '  - matching\n', '', /kustomize build/, /matching/],
  ['deploy/tenants/siegen.yaml', 'kind: municipality', 'kind: town', /tenant/, /kind is one of/],
];

const plantsForNginx: readonly Plant[] = [
  [
    'deploy/ingress/nginx.conf',
    'server_tokens off;',
    'server_token off;',
    /nginx -t/,
    /unknown directive "server_token"/,
  ],
];

describeWithGo('the validators', () => {
  let validators: Validators;
  // On a new machine they are built first.
  beforeAll(() => {
    validators = Validators.build();
  }, 1_200_000);

  const workspace = (): SampleWorkspace => {
    const sample = new SampleWorkspace();
    for (const path of ['docker-compose.yml', '.env.example', 'deploy', 'k8s/base', 'k8s/overlays/county'])
      cpSync(join(repository, path), join(sample.root, path), { recursive: true });
    // One overlay is enough here; the description of a tenant with another one would not fit.
    sample.write({ 'deploy/tenants/netphen.yaml': '' });
    return sample;
  };
  const failed = (root: string) =>
    [...checkManifests(root, validators, services)].filter(({ findings }) => findings.length > 0);

  it('find nothing wrong with what the repository has', () => {
    expect(failed(repository)).toEqual([]);
    expect(unroutedServices(repository, services)).toEqual([]);
  });
  const refuses = (...[file, from, to, check, finding]: Plant) => {
    using sample = workspace();
    const text = readFileSync(join(sample.root, file), 'utf8');
    expect(text).toContain(from);
    sample.write({ [file]: text.replace(from, to) });
    const refusals = failed(sample.root).filter(({ what }) => check.test(what));
    expect(refusals.flatMap(({ findings }) => findings).join('\n')).toMatch(finding);
  };
  it.each(plants)('refuse %s with %j replaced by %j', refuses);
  itWithNginx.each(plantsForNginx)('refuse %s with %j replaced by %j', refuses);
  it('make the command fail', () => {
    using sample = workspace();
    sample.write({ 'deploy/tenants/siegen.yaml': 'id: S' });
    const fromSource = [
      '--conditions=@lotsennetz/source',
      '--import',
      './tools/swc-hook.mjs',
      'tools/manifests/main.ts',
    ];
    const run = spawnSync(process.execPath, [...fromSource, sample.root], { cwd: repository, encoding: 'utf8' });
    expect(run.stdout).toMatch(/FAILED +deploy\/tenants\/siegen.yaml: tenant\n +id cannot be the id of a tenant/);
    expect(run.stdout).toMatch(/\n\d+ passed, 1 failed\n$/);
    expect(run.status).toBe(1);
  });
});

function runs(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}
