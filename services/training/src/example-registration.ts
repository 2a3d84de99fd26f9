import { registration } from '@lotsennetz/contracts';
import {
  deriveId,
  seal,
  TenantScope,
  type Contract,
  type ContractEvent,
  type Day,
  type EventId,
  type Instant,
  type Keys,
  type Purpose,
  type Sealed,
  type StreamName,
} from '@lotsennetz/kernel';
import { hashToken } from '@lotsennetz/platform';

/** Somebody as registration would publish them. Fictional. */
export interface ExamplePerson {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string;
  readonly town?: string;
}

interface From {
  readonly tenant: string;
  readonly id: string;
  readonly revision?: number;
}

export function volunteerIdOf(key: string): string {
  return deriveId('example', key);
}

/** A contract event of registration as it would come over the bus. */
export function published(contract: Contract, { tenant, id, revision = 0 }: From, data: object): ContractEvent {
  return {
    id: deriveId('example-event', contract.type, tenant, id, String(revision)) as EventId,
    type: contract.type,
    stream: `registration.example-${tenant}_${id}` as StreamName,
    revision,
    recordedAt: '2015-01-10T09:00:00.000Z' as Instant,
    happenedOn: '2015-01-10' as Day,
    tenant: TenantScope.of(tenant).tenant,
    correlationId: 'example',
    data,
  };
}

/** A tenant with a token for each role that is named after it: `siegen-trainer`. */
export function tenantWithTokens(tenant: string, name: string, roles: readonly string[]): readonly ContractEvent[] {
  const tokens = roles.map((role) =>
    published(
      registration.tokenCreated,
      { tenant, id: `token-${role}` },
      { tokenId: deriveId('token', tenant, role), tokenHash: hashToken(`${tenant}-${role}`), role },
    ),
  );
  const facts = { name, kind: 'municipality', timeZone: 'Europe/Berlin' };
  return [published(registration.tenantFounded, { tenant, id: tenant }, facts), ...tokens];
}

/** An interest with sealed name and address, followed by its acceptance. */
export async function acceptedVolunteer(keys: Keys, tenant: string, person: ExamplePerson): Promise<ContractEvent[]> {
  const volunteerId = volunteerIdOf(person.key);
  const sealed = (field: 'givenName' | 'familyName' | 'email', purpose: Purpose) =>
    sealedFor(keys, { tenant, subject: volunteerId, purpose, field }, person[field]);
  const data = {
    volunteerId,
    givenName: await sealed('givenName', 'name'),
    familyName: await sealed('familyName', 'name'),
    ...(person.email === undefined ? {} : { email: await sealed('email', 'contact') }),
    ...(person.town === undefined ? {} : { town: person.town }),
    ...{ languages: ['de'], topics: [], availability: [], capacity: 1, gender: 'unknown' },
  };
  return [
    published(registration.interestRegistered, { tenant, id: volunteerId }, data),
    published(registration.volunteerAccepted, { tenant, id: volunteerId, revision: 1 }, { volunteerId }),
  ];
}

async function sealedFor(
  keys: Keys,
  of: { readonly tenant: string; readonly subject: string; readonly purpose: Purpose; readonly field: string },
  value: unknown,
): Promise<Sealed> {
  const scope = TenantScope.of(of.tenant);
  const { subject, purpose } = of;
  const key = await keys.obtain(scope, subject, purpose);
  if (key === 'forgotten') throw new Error('the example person was forgotten');
  return seal(scope, key, value, { subject, purpose, origin: `example/${of.field}` });
}
