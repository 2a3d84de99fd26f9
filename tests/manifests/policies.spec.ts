import { clusterFindings } from '../../tools/manifests/cluster-policy.js';
import { composeFindings } from '../../tools/manifests/compose-policy.js';
import { isPinned, type Json } from '../../tools/manifests/document.js';
import {
  collectorFindings,
  missingServices,
  tenantFindings,
  unknownSettings,
} from '../../tools/manifests/workspace-policy.js';

type Fields = Readonly<Record<string, Json>>;

describe('rules for the cluster', () => {
  const container: Fields = {
    name: 'main',
    image: 'lotsennetz:0.1.0',
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    readinessProbe: { httpGet: { path: '/', port: 1 } },
  };
  const pod: Fields = {
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
  };
  const labels = { app: 'a' };
  const deployment = (changed: Fields = {}, more: Fields = {}): Json => ({
    kind: 'Deployment',
    metadata: { name: 'a' },
    spec: { template: { metadata: { labels }, spec: { ...pod, containers: [{ ...container, ...changed }], ...more } } },
  });
  const budget = { kind: 'PodDisruptionBudget', metadata: { name: 'a' }, spec: { selector: { matchLabels: labels } } };
  const policy = { kind: 'NetworkPolicy', metadata: { name: 'a' }, spec: { podSelector: { matchLabels: labels } } };
  const denial = {
    kind: 'NetworkPolicy',
    metadata: { name: 'deny' },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  };
  const findings = (documents: readonly Json[], mayHoldSecrets = false) =>
    clusterFindings(documents, { mayHoldSecrets });
  const found = (changed: Fields, more: Fields = {}) => findings([deployment(changed, more), budget, policy, denial]);
  const context = (changed: Fields) => ({ securityContext: { ...(container.securityContext as Fields), ...changed } });

  it('find nothing wrong with a deployment that keeps them', () => {
    expect(found({})).toEqual([]);
  });
  it.each<[string, Fields]>([
    ["the image 'lotsennetz:latest' names no version", { image: 'lotsennetz:latest' }],
    ["the image 'registry:5000/lotsennetz' names no version", { image: 'registry:5000/lotsennetz' }],
    ['is privileged', context({ privileged: true })],
    ['may run as root', context({ runAsUser: 0 })],
    ['may run as root', context({ runAsNonRoot: false })],
    ['may gain privileges', context({ allowPrivilegeEscalation: true })],
    ['can write its root file system', context({ readOnlyRootFilesystem: false })],
    ['keeps capabilities', context({ capabilities: {} })],
    ['adds capabilities', context({ capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } })],
    ['has no seccomp profile', context({ seccompProfile: { type: 'Unconfined' } })],
    ['does not say what it needs', { resources: { requests: { cpu: '1' } } }],
    ['has no readiness probe', { readinessProbe: undefined as unknown as Json }],
    ['KAFKA_PASSWORD has a secret in the manifest', { env: [{ name: 'KAFKA_PASSWORD', value: 'x' }] }],
    ['URL has a secret in the manifest', { env: [{ name: 'URL', value: 'kafka://user:secret@host' }] }],
  ])('find: %s', (finding, changed) => {
    expect(found(changed)).toEqual([`Deployment/a: main: ${finding}`]);
  });
  it.each<[string, Fields, Fields]>([
    ["mounts a volume 'tmp' that it does not have", { volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] }, {}],
    ['is given a token of the cluster', {}, { automountServiceAccountToken: true }],
    ['shares a namespace of the host', {}, { hostNetwork: true }],
    ['mounts what restricted pods may not', {}, { volumes: [{ name: 'host', hostPath: { path: '/' } }] }],
    ["there is no ConfigMap 'settings'", { envFrom: [{ configMapRef: { name: 'settings' } }] }, {}],
    ["there is no ServiceAccount 'b'", {}, { serviceAccountName: 'b' }],
  ])('find: %s, in pods', (finding, changed, more) => {
    expect(found(changed, more)).toEqual([`Deployment/a: ${finding}`]);
  });
  it('want a budget and a network policy for each deployment, and nothing allowed that is not named', () => {
    const other = { matchLabels: { app: 'b' } };
    const ofAnother = [
      { ...budget, spec: { selector: other } },
      { ...policy, spec: { podSelector: other } },
    ];
    expect(findings([deployment(), ...ofAnother, denial])).toEqual([
      'Deployment/a: no network policy of its own',
      'Deployment/a: no PodDisruptionBudget',
    ]);
    expect(findings([deployment(), budget, policy])).toEqual(['no network policy denies everything else']);
    const vague = { ...policy, metadata: { name: 'vague' }, spec: {} };
    expect(findings([vague, denial])).toEqual(['NetworkPolicy/vague: does not say for which pods']);
  });
  it('want secrets elsewhere, namespaces restricted and accounts without tokens', () => {
    const secret = { kind: 'Secret', metadata: { name: 's' } };
    expect(findings([secret, denial])).toEqual(['Secret/s: holds a secret; refer to one instead']);
    expect(findings([secret, denial], true)).toEqual([]);
    expect(findings([{ kind: 'Namespace', metadata: { name: 'n' } }, denial])).toHaveLength(1);
    expect(findings([{ kind: 'ServiceAccount', metadata: { name: 'n' } }, denial])).toHaveLength(1);
  });
  it('want an ingress to lead somewhere', () => {
    const path = { backend: { service: { name: 'training' } } };
    const ingress = { kind: 'Ingress', metadata: { name: 'i' }, spec: { rules: [{ http: { paths: [path] } }] } };
    expect(findings([ingress, denial])).toEqual(["Ingress/i: there is no Service 'training'"]);
  });
});

describe('rules for the Compose file', () => {
  const service: Fields = {
    image: 'nginx:1.29.4',
    user: '101:101',
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    read_only: true,
    mem_limit: '1g',
    healthcheck: { test: ['CMD', 'true'] },
  };
  const found = (changed: Fields, written: Json = {}) =>
    composeFindings(
      { services: { a: written } },
      { services: { a: { ...service, ...changed }, b: { ...service, healthcheck: { disable: true } } } },
    );

  it('find nothing wrong with a service that keeps them', () => {
    expect(found({})).toEqual([]);
    expect(found({ image: 'apache/kafka:4.1.1', read_only: false })).toEqual([]);
  });
  it.each<[string, Fields]>([
    ["the image 'nginx' names no version", { image: 'nginx' }],
    ['is privileged', { privileged: true }],
    ['names no numeric user but root', { user: '0' }],
    ['names no numeric user but root', { user: 'nginx' }],
    ['keeps capabilities', { cap_drop: [] }],
    ['adds capabilities', { cap_add: ['SYS_ADMIN'] }],
    ['may gain privileges', { security_opt: [] }],
    ['can write its root file system', { read_only: false }],
    ['has no limit of memory', { mem_limit: '' }],
    ['has a network mode of its own', { network_mode: 'host' }],
    ['has no health check and does not say so', { healthcheck: undefined as unknown as Json }],
    ['publishes a port on every address', { ports: [{ published: '80' }] }],
    ['mounts a folder of the host', { volumes: [{ type: 'bind' }] }],
    ['waits for the health of b, which has no health check', { depends_on: { b: { condition: 'service_healthy' } } }],
  ])('find: %s', (finding, changed) => {
    expect(found(changed)).toEqual([`a: ${finding}`]);
  });
  it.each([
    ['DB_PASSWORD', '${PASSWORD:?copy .env.example}', 0],
    ['DB', 'mongodb://user:${PASSWORD:?copy .env.example}@mongo', 0],
    ['DB_PASSWORD', 'secret', 1],
    ['DB_PASSWORD', '${PASSWORD:-secret}', 1],
    ['DB_PASSWORD', '${PASSWORD}', 1],
    ['DB', 'mongodb://user:${PASSWORD:-secret}@mongo', 1],
  ])('take %s=%s for a secret in the file: %d', (variable, value, count) => {
    expect(found({}, { environment: { [variable]: value } })).toHaveLength(count);
  });
});

describe('rules of the workspace', () => {
  it('miss a service that nobody runs', () => {
    expect(missingServices(['training', 'matching'], [['serve', 'training'], null])).toEqual([
      "no container runs 'serve matching'",
    ]);
  });
  it('find settings that the platform does not have', () => {
    expect(unknownSettings(['LOTSENNETZ_BUS', 'LOTSENNETZ_BUSS', 'KAFKA_BUSS'])).toEqual([
      'the platform has no setting LOTSENNETZ_BUSS',
    ]);
  });
  const siegen = {
    id: 'siegen',
    name: 'Siegen',
    kind: 'municipality',
    timeZone: 'Europe/Berlin',
    deployment: 'shared',
  };
  it.each<[readonly string[], Fields]>([
    [[], {}],
    [['id cannot be the id of a tenant'], { id: 'Siegen' }],
    [['kind is one of county, municipality, association'], { kind: 'town' }],
    [['timeZone is no IANA time zone'], { timeZone: 'Europe/Siegen' }],
    [['overlay goes with a dedicated deployment'], { deployment: 'dedicated' }],
    [['overlay does not exist'], { deployment: 'dedicated', overlay: 'k8s/overlays/other' }],
    [['plan is not known'], { plan: 'gold' }],
  ])('find %j wrong with a tenant', (findings, changed) => {
    const known =
      changed.deployment === 'dedicated' && !changed.overlay ? [...findings, 'overlay does not exist'] : findings;
    expect(tenantFindings({ ...siegen, ...changed }, ['k8s/overlays/netphen'])).toEqual(known);
  });
  it('find parts of a pipeline that nobody defines', () => {
    const config = {
      receivers: { otlp: {} },
      service: { pipelines: { traces: { receivers: ['otlp'], exporters: ['debug'] } } },
    };
    expect(collectorFindings(config)).toEqual(["the pipeline traces uses 'debug', which exporters does not define"]);
  });
  it.each([
    ['node:24.21.0', true],
    ['node@sha256:' + 'a'.repeat(64), true],
    ['node', false],
    ['node:latest', false],
    ['host:5000/node', false],
  ])('take %s for pinned: %s', (image, pinned) => {
    expect(isPinned(image)).toBe(pinned);
  });
});
