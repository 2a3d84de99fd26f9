import { at, each, entries, holdsSecret, isPinned, mayWriteItsRoot, textAt, type Json } from './document.js';

type Rule = readonly [kept: boolean, finding: string];

/** What is wrong with a pod as a whole: the restricted Pod Security profile, and volumes that are not there. */
export function podFindings(pod: Json, claimTemplates: readonly Json[]): readonly string[] {
  const volumes = each(at(pod, 'volumes'));
  const known = new Set([...volumes, ...claimTemplates.map((claim) => at(claim, 'metadata') ?? null)].map(nameOf));
  const mounted = [...each(at(pod, 'containers')), ...each(at(pod, 'initContainers'))].flatMap((container) =>
    each(at(container, 'volumeMounts')).map(nameOf),
  );
  const allowed = ['name', 'emptyDir', 'configMap', 'secret', 'projected', 'persistentVolumeClaim'];
  return broken([
    [at(pod, 'automountServiceAccountToken') === false, 'is given a token of the cluster'],
    [
      ['hostNetwork', 'hostPID', 'hostIPC'].every((shared) => at(pod, shared) !== true),
      'shares a namespace of the host',
    ],
    [
      volumes.every((volume) => entries(volume).every(([key]) => allowed.includes(key))),
      'mounts what restricted pods may not',
    ],
    ...mounted.map((name): Rule => [known.has(name), `mounts a volume '${name}' that it does not have`]),
  ]);
}

/** What is wrong with a container of a pod. */
export function containerFindings(container: Json, pod: Json): readonly string[] {
  const context = (key: string) => at(container, 'securityContext', key) ?? at(pod, 'securityContext', key);
  const image = textAt(container, 'image');
  const limit = (...path: readonly string[]) => textAt(container, 'resources', ...path) !== '';
  return broken([
    [isPinned(image), `the image '${image}' names no version`],
    [context('privileged') !== true, 'is privileged'],
    [context('runAsNonRoot') === true && context('runAsUser') !== 0, 'may run as root'],
    [context('allowPrivilegeEscalation') === false, 'may gain privileges'],
    [context('readOnlyRootFilesystem') === true || mayWriteItsRoot(image), 'can write its root file system'],
    [each(at(container, 'securityContext', 'capabilities', 'drop')).includes('ALL'), 'keeps capabilities'],
    [each(at(container, 'securityContext', 'capabilities', 'add')).length === 0, 'adds capabilities'],
    [['RuntimeDefault', 'Localhost'].includes(textAt(context('seccompProfile'), 'type')), 'has no seccomp profile'],
    [
      limit('requests', 'cpu') && limit('requests', 'memory') && limit('limits', 'memory'),
      'does not say what it needs',
    ],
    [at(container, 'readinessProbe') !== undefined, 'has no readiness probe'],
    ...each(at(container, 'env')).map((variable): Rule => {
      const name = textAt(variable, 'name');
      return [!holdsSecret(name, textAt(variable, 'value')), `${name} has a secret in the manifest`];
    }),
  ]).map((finding) => `${nameOf(container)}: ${finding}`);
}

function broken(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(([kept, finding]) => (kept ? [] : [finding]));
}

function nameOf(value: Json): string {
  return textAt(value, 'name');
}
