import { isTenantId } from '@lotsennetz/kernel';
import { tenantKinds } from '@lotsennetz/contracts';
import { settings } from '@lotsennetz/platform';
import { asText, at, each, entries, textAt, type Json } from './document.js';

/** What the manifests must know of the workspace: that each service runs, and that no setting is misspelt. */
export function missingServices(services: readonly string[], commands: readonly Json[]): readonly string[] {
  return services
    .filter((service) => !commands.some((command) => each(command).includes(service)))
    .map((service) => `no container runs 'serve ${service}'`);
}

/** @returns variables of ours that the platform does not read. */
export function unknownSettings(variables: readonly string[]): readonly string[] {
  const known = Object.values(settings).map((setting) => setting.variable);
  return [...new Set(variables)]
    .filter((variable) => variable.startsWith('LOTSENNETZ_') && !known.some((each) => each === variable))
    .map((variable) => `the platform has no setting ${variable}`);
}

const settingKeys = ['languages', 'legalRegime', 'federalState', 'retention', 'offices'];
const tenantKeys = ['id', 'name', 'kind', 'timeZone', 'deployment', 'overlay', ...settingKeys];

/** What is wrong with the description of a tenant. */
export function tenantFindings(tenant: Json, overlays: readonly string[]): readonly string[] {
  const timeZones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
  const dedicated = textAt(tenant, 'deployment') === 'dedicated';
  const rules: readonly (readonly [boolean, string])[] = [
    [isTenantId(textAt(tenant, 'id')), 'id cannot be the id of a tenant'],
    [textAt(tenant, 'name') !== '', 'name is missing'],
    [tenantKinds.some((kind) => kind === textAt(tenant, 'kind')), `kind is one of ${tenantKinds.join(', ')}`],
    [timeZones.includes(textAt(tenant, 'timeZone')), 'timeZone is no IANA time zone'],
    [['shared', 'dedicated'].includes(textAt(tenant, 'deployment')), 'deployment is shared or dedicated'],
    [dedicated === (at(tenant, 'overlay') !== undefined), 'overlay goes with a dedicated deployment'],
    [!dedicated || overlays.includes(textAt(tenant, 'overlay')), 'overlay does not exist'],
    ...entries(tenant).map(([key]) => [tenantKeys.includes(key), `${key} is not known`] as const),
  ];
  return rules.flatMap(([kept, finding]) => (kept ? [] : [finding]));
}

/** Parts of the collector's pipelines that its configuration does not define. */
export function collectorFindings(config: Json): readonly string[] {
  return entries(at(config, 'service', 'pipelines')).flatMap(([pipeline, parts]) =>
    entries(parts).flatMap(([part, names]) =>
      each(names)
        .filter((name) => at(config, part, asText(name)) === undefined)
        .map((name) => `the pipeline ${pipeline} uses '${asText(name)}', which ${part} does not define`),
    ),
  );
}
