import { asText, at, each, entries, holdsSecret, isPinned, mayWriteItsRoot, textAt, type Json } from './document.js';

/** What our rules find wrong with a Compose project: `written` as it stands in the file, `resolved` by compose-go. */
export function composeFindings(written: Json, resolved: Json): readonly string[] {
  const services = entries(at(resolved, 'services'));
  return services.flatMap(([name, service]) => [
    ...containerFindings(service).map((finding) => `${name}: ${finding}`),
    ...waitFindings(name, service, services),
    ...secretFindings(name, at(written, 'services', name)),
  ]);
}

function containerFindings(service: Json): readonly string[] {
  const image = textAt(service, 'image');
  const rules: readonly (readonly [boolean, string])[] = [
    [isPinned(image), `the image '${image}' names no version`],
    [at(service, 'privileged') !== true, 'is privileged'],
    [/^[1-9]\d*(:\d+)?$/.test(textAt(service, 'user')), 'names no numeric user but root'],
    [each(at(service, 'cap_drop')).includes('ALL'), 'keeps capabilities'],
    [each(at(service, 'cap_add')).length === 0, 'adds capabilities'],
    [each(at(service, 'security_opt')).includes('no-new-privileges:true'), 'may gain privileges'],
    [at(service, 'read_only') === true || mayWriteItsRoot(image), 'can write its root file system'],
    [textAt(service, 'mem_limit') !== '', 'has no limit of memory'],
    [textAt(service, 'network_mode') === '', 'has a network mode of its own'],
    [at(service, 'healthcheck') !== undefined, 'has no health check and does not say so'],
    [each(at(service, 'ports')).every((port) => textAt(port, 'host_ip') !== ''), 'publishes a port on every address'],
    [each(at(service, 'volumes')).every((volume) => at(volume, 'type') !== 'bind'), 'mounts a folder of the host'],
  ];
  return rules.flatMap(([kept, finding]) => (kept ? [] : [finding]));
}

function waitFindings(name: string, service: Json, services: readonly (readonly [string, Json])[]): readonly string[] {
  return entries(at(service, 'depends_on'))
    .filter(([, dependency]) => at(dependency, 'condition') === 'service_healthy')
    .filter(([on]) => !isChecked(services.find(([other]) => other === on)?.[1]))
    .map(([on]) => `${name}: waits for the health of ${on}, which has no health check`);
}

function isChecked(service: Json | undefined): boolean {
  return at(service, 'healthcheck', 'test') !== undefined && at(service, 'healthcheck', 'disable') !== true;
}

// A secret comes from the environment and has no default: ${NAME:?what to do}.
function secretFindings(name: string, service: Json | undefined): readonly string[] {
  return entries(at(service, 'environment'))
    .map(([variable, value]) => [variable, asText(value)] as const)
    .filter(([variable, value]) => holdsSecret(variable, value.replaceAll(/\$\{\w+:\?[^}]*\}/g, '')))
    .map(([variable]) => `${name}: ${variable} has the secret, or a default for it, in the file`);
}
