import { containerFindings, podFindings } from './pod-policy.js';
import { at, each, entries, textAt, type Json } from './document.js';

/** What an overlay may do that others must not. */
export interface ClusterRules {
  /** Only overlays for trying things make secrets. */
  readonly mayHoldSecrets: boolean;
}

/** What our rules find wrong with the documents of one overlay. */
export function clusterFindings(documents: readonly Json[], rules: ClusterRules): readonly string[] {
  const workloads = documents.filter((document) => at(document, 'spec', 'template', 'spec') !== undefined);
  return [
    ...documents.flatMap((document) => documentFindings(document, rules)),
    ...workloads.flatMap((workload) => workloadFindings(workload, documents).map((f) => `${nameOf(workload)}: ${f}`)),
    ...documents.flatMap((document) => referenceFindings(document, documents)),
    ...(ofKind(documents, 'NetworkPolicy').some(deniesEverything) ? [] : ['no network policy denies everything else']),
  ];
}

function documentFindings(document: Json, { mayHoldSecrets }: ClusterRules): readonly string[] {
  const kind = textAt(document, 'kind');
  if (kind === 'Secret' && !mayHoldSecrets) return [`${nameOf(document)}: holds a secret; refer to one instead`];
  if (
    kind === 'Namespace' &&
    textAt(document, 'metadata', 'labels', 'pod-security.kubernetes.io/enforce') !== 'restricted'
  )
    return [`${nameOf(document)}: does not enforce restricted pods`];
  if (kind === 'NetworkPolicy' && at(document, 'spec', 'podSelector') === undefined)
    return [`${nameOf(document)}: does not say for which pods`];
  if (kind === 'ServiceAccount' && at(document, 'automountServiceAccountToken') !== false)
    return [`${nameOf(document)}: gives its token to pods`];
  return [];
}

function workloadFindings(workload: Json, documents: readonly Json[]): readonly string[] {
  const pod = at(workload, 'spec', 'template', 'spec') ?? null;
  const labels = at(workload, 'spec', 'template', 'metadata', 'labels');
  const selects = (kind: string, ...path: readonly string[]) =>
    ofKind(documents, kind).some((each) => entries(at(each, ...path)).length > 0 && matches(at(each, ...path), labels));
  return [
    ...podFindings(pod, each(at(workload, 'spec', 'volumeClaimTemplates'))),
    ...[...each(at(pod, 'containers')), ...each(at(pod, 'initContainers'))].flatMap((container) =>
      containerFindings(container, pod),
    ),
    ...(selects('NetworkPolicy', 'spec', 'podSelector', 'matchLabels') ? [] : ['no network policy of its own']),
    ...(at(workload, 'kind') !== 'Deployment' || selects('PodDisruptionBudget', 'spec', 'selector', 'matchLabels')
      ? []
      : ['no PodDisruptionBudget']),
  ];
}

/** What is referred to must be part of the overlay; only secrets may come from elsewhere. */
function referenceFindings(document: Json, documents: readonly Json[]): readonly string[] {
  const exists = (kind: string, name: string) => ofKind(documents, kind).some((each) => nameIn(each) === name);
  const pod = at(document, 'spec', 'template', 'spec');
  const volumes = each(at(pod, 'volumes'));
  const needed: (readonly [kind: string, name: string])[] = [
    ...volumes.map((volume) => ['ConfigMap', textAt(volume, 'configMap', 'name')] as const),
    ...volumes.map(
      (volume) => ['PersistentVolumeClaim', textAt(volume, 'persistentVolumeClaim', 'claimName')] as const,
    ),
    ...each(at(pod, 'containers'))
      .flatMap((container) => each(at(container, 'envFrom')))
      .map((source) => ['ConfigMap', textAt(source, 'configMapRef', 'name')] as const),
    ['ServiceAccount', textAt(pod, 'serviceAccountName')],
    ...each(at(document, 'spec', 'rules'))
      .flatMap((rule) => each(at(rule, 'http', 'paths')))
      .map((path) => ['Service', textAt(path, 'backend', 'service', 'name')] as const),
  ];
  return needed
    .filter(([kind, name]) => name !== '' && !exists(kind, name))
    .map(([kind, name]) => `${nameOf(document)}: there is no ${kind} '${name}'`);
}

function deniesEverything(policy: Json): boolean {
  const types = each(at(policy, 'spec', 'policyTypes'));
  const selectsAll = entries(at(policy, 'spec', 'podSelector')).length === 0;
  const allows = at(policy, 'spec', 'ingress') ?? at(policy, 'spec', 'egress');
  return selectsAll && types.includes('Ingress') && types.includes('Egress') && allows === undefined;
}

function matches(selector: Json | undefined, labels: Json | undefined): boolean {
  return entries(selector).every(([key, value]) => at(labels, key) === value);
}

function ofKind(documents: readonly Json[], kind: string): readonly Json[] {
  return documents.filter((document) => at(document, 'kind') === kind);
}

function nameIn(document: Json): string {
  return textAt(document, 'metadata', 'name');
}

function nameOf(document: Json): string {
  return `${textAt(document, 'kind')}/${nameIn(document)}`;
}
