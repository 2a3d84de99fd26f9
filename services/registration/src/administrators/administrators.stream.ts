import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

const schemas = defineEvents({
  /** `revision`: the membership's when it was decided; whatever is recorded of it afterwards ends the leave. */
  LeaveReserved: { membershipId: field.id(), revision: field.integer() },
});

export type AdministratorsEvent = EventOf<typeof schemas>;
export interface AdministratorsState {
  /** Of each membership the latest reservation. */
  readonly leaving: Readonly<Record<string, number>>;
}

/**
 * Who may stop administering a tenant. Memberships are streams of their own, so that two administrators who dismiss each
 * other would not meet there; here they do. The stream's id is the tenant's.
 */
export const administrators = defineStream({
  service: 'registration',
  category: 'administrators',
  schemas,
  initial: { leaving: {} },
  evolve: ({ leaving }: AdministratorsState, { data }: AdministratorsEvent): AdministratorsState => ({
    leaving: { ...leaving, [data.membershipId]: data.revision },
  }),
});
