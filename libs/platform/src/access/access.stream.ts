import { registration } from '@lotsennetz/contracts';
import { defineEvents, defineStream, type EventOf, type StreamDefinition } from '@lotsennetz/kernel';

/** What a service has learnt from registration about one tenant: that it exists, and who may do what. */
const schemas = defineEvents({
  TenantLearnt: registration.tenantFounded.shape,
  TenantSettingsLearnt: registration.tenantSettingsChanged.shape,
  TokenLearnt: registration.tokenCreated.shape,
  TokenRevocationLearnt: registration.tokenRevoked.shape,
  MembershipLearnt: registration.membershipGranted.shape,
  MembershipEndLearnt: registration.membershipEnded.shape,
  AgreementLearnt: registration.agreementSigned.shape,
  AgreementEndLearnt: registration.agreementEnded.shape,
  OversightLearnt: registration.oversightGranted.shape,
  OversightEndLearnt: registration.oversightRevoked.shape,
});

export type AccessEvent = EventOf<typeof schemas>;

/** What is known of one tenant, as far as somebody must wait for it: ids only. What they open stands in `Grants`. */
export interface TenantGrants {
  readonly founded: boolean;
  readonly tokens: ReadonlySet<string>;
  readonly memberships: ReadonlySet<string>;
  /** How many facts were learnt; each changes something. */
  readonly facts: number;
}

/** Each service keeps its own copy, so that it can decide while registration is down. */
export function accessStream(service: string): StreamDefinition<TenantGrants, AccessEvent> {
  return defineStream({
    service,
    category: 'access',
    schemas,
    initial: { founded: false, tokens: new Set<string>(), memberships: new Set<string>(), facts: 0 },
    evolve: (state, event): TenantGrants => ({ ...evolve(state, event), facts: state.facts + 1 }),
  });
}

function evolve(state: TenantGrants, event: AccessEvent): TenantGrants {
  switch (event.type) {
    case 'TenantLearnt':
      return { ...state, founded: true };
    case 'TokenLearnt':
      return { ...state, tokens: new Set([...state.tokens, event.data.tokenId]) };
    case 'TokenRevocationLearnt':
      return { ...state, tokens: without(state.tokens, event.data.tokenId) };
    case 'MembershipLearnt':
      return { ...state, memberships: new Set([...state.memberships, event.data.membershipId]) };
    case 'MembershipEndLearnt':
      return { ...state, memberships: without(state.memberships, event.data.membershipId) };
    case 'TenantSettingsLearnt':
    case 'AgreementLearnt':
    case 'AgreementEndLearnt':
    case 'OversightLearnt':
    case 'OversightEndLearnt':
      return state;
  }
}

function without(ids: ReadonlySet<string>, gone: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== gone));
}
