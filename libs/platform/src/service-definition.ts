import type { Provider, Type } from '@nestjs/common';
import type { CommandPorts, Filter, Projection, Publish, Purpose, TenantScope } from '@lotsennetz/kernel';
import type { Invitation } from './access/invitation.js';
import type { GrantStream } from './audit/record-grants.js';
import type { PersonForgetter } from './erasure/person-forgetter.js';

/** A count the state page shows for each tenant. */
export interface Figure {
  /** German, as people read it. */
  readonly label: string;
  readonly view: Projection;
  readonly filter?: Filter;
}

/** All that makes a service: its name, its slices, and what it shows to others. */
export interface ServiceDefinition {
  /** One lower-case word: first path segment, topic, prefix of streams and consumers. */
  readonly name: string;
  /** What it may open personal data for. */
  readonly purposes: readonly Purpose[];
  readonly projections: readonly Projection[];
  /** From `published-events.ts`, the only exit. */
  readonly published: readonly Publish[];
  /** HTTP edges and reactions. */
  readonly controllers: readonly Type[];
  readonly providers?: readonly Provider[];
  /** What it does about an erased person; absent: it keeps nothing of people but its history. */
  readonly forgets?: Type<PersonForgetter>;
  /** Streams whose events change what somebody may: each event is an audit record. */
  readonly grants?: readonly GrantStream[];
  /** Of the service that invites people: whether an invitation that a tenant has signed may still be accepted. */
  readonly isOpenInvitation?: (ports: CommandPorts, scope: TenantScope, invitation: Invitation) => Promise<boolean>;
  /** Whether files are sent to it; it then answers for their state. */
  readonly takesImports?: true;
  /** What the state page tells of each tenant. */
  readonly figures?: readonly Figure[];
}
