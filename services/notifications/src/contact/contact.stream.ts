import { applyChange, registration } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type DataOf, type EventOf } from '@lotsennetz/kernel';

const { givenName, familyName, email, preferredLanguage } = registration.contactFields;
const contactFields = { givenName, familyName, email, preferredLanguage } as const;

const schemas = defineEvents({
  ContactLearnt: contactFields,
  ContactChanged: {
    givenName: field.optional(givenName),
    familyName: field.optional(familyName),
    email,
    preferredLanguage,
    cleared: field.optional(field.list(field.code('email', 'preferredLanguage'))),
  },
  RestrictionLearnt: {},
  RestrictionEndLearnt: {},
});

export type ContactEvent = EventOf<typeof schemas>;
/** Sealed, as registration published it. */
export type Contact = DataOf<typeof contactFields>;
/** `restricted`: nothing may be written to them for now; the news of it may overtake the news of who they are. */
export type ContactState = { readonly restricted: boolean } & (
  { readonly status: 'unknown' } | { readonly status: 'known'; readonly contact: Contact }
);

/** How a volunteer can be written to, as far as registration has told. */
export const contact = defineStream({
  service: 'notifications',
  category: 'contact',
  schemas,
  initial: { status: 'unknown', restricted: false },
  evolve,
});

function evolve(state: ContactState, event: ContactEvent): ContactState {
  switch (event.type) {
    case 'ContactLearnt':
      return { status: 'known', contact: event.data, restricted: state.restricted };
    case 'ContactChanged':
      return state.status === 'unknown' ? state : { ...state, contact: applyChange(state.contact, event.data) };
    case 'RestrictionLearnt':
      return { ...state, restricted: true };
    case 'RestrictionEndLearnt':
      return { ...state, restricted: false };
  }
}
