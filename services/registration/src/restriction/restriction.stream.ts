import { registration } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

/** Art. 18 para. 1 lit. a to d DSGVO, § 20 KDG, § 22 DSG-EKD: the same grounds in the same order. */
export const restrictionGrounds = ['accuracy-contested', 'unlawful', 'claims', 'objection'] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

const { kind } = registration.processingRestricted.shape;

const schemas = defineEvents({
  ProcessingRestricted: {
    kind,
    ground: field.code(...restrictionGrounds),
    requestedBy: field.code('person', 'office'),
  },
  RestrictionLifted: { kind },
});

export type RestrictionEvent = EventOf<typeof schemas>;
export type RestrictedKind = RestrictionEvent['data']['kind'];
export type RestrictionState =
  { readonly status: 'none' } | { readonly status: 'restricted' | 'lifted'; readonly kind: RestrictedKind };

/** Whether what is stored about a person may be used; the stream's id is the person's. */
export const restriction = defineStream({
  service: 'registration',
  category: 'restriction',
  schemas,
  initial: { status: 'none' },
  evolve: (_state: RestrictionState, { type, data }): RestrictionState => ({
    status: type === 'ProcessingRestricted' ? 'restricted' : 'lifted',
    kind: data.kind,
  }),
});

/** The row of a person who is restricted no longer. */
export function free<Row extends { readonly restricted?: true }>(row: Row): Row {
  const { restricted: _, ...rest } = row;
  return rest as Row;
}
