import { roles, tenantKinds, type Role } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type EventOf, type StreamDefinition } from '@lotsennetz/kernel';

/** What a service has learnt from registration about one tenant: that it exists, and who may call. */
const schemas = defineEvents({
  TenantLearnt: {
    name: field.publicText('name of a public body or association'),
    kind: field.code(...tenantKinds),
    timeZone: field.publicText('IANA time zone'),
  },
  TokenLearnt: { tokenId: field.id(), tokenHash: field.id(), role: field.code(...roles) },
  TokenRevocationLearnt: { tokenId: field.id() },
});

export type AccessEvent = EventOf<typeof schemas>;

export interface Grants {
  readonly founded: boolean;
  readonly tokens: ReadonlyMap<string, Role>;
}

/** Each service keeps its own copy, so that it can decide while registration is down. */
export function accessStream(service: string): StreamDefinition<Grants, AccessEvent> {
  return defineStream({
    service,
    category: 'access',
    schemas,
    initial: { founded: false, tokens: new Map<string, Role>() },
    evolve,
  });
}

function evolve(state: Grants, event: AccessEvent): Grants {
  switch (event.type) {
    case 'TenantLearnt':
      return { ...state, founded: true };
    case 'TokenLearnt':
      return { ...state, tokens: new Map(state.tokens).set(event.data.tokenId, event.data.role) };
    case 'TokenRevocationLearnt':
      return { ...state, tokens: new Map([...state.tokens].filter(([id]) => id !== event.data.tokenId)) };
  }
}
