import type { Decision } from '@lotsennetz/kernel';
import type { ContactEvent, ContactState } from './contact/contact.stream.js';

/** Takes over what registration tells; it comes in order, and each event once. */
export function knowContact(learnt: ContactEvent, state: ContactState): Decision<ContactEvent, never> {
  switch (learnt.type) {
    case 'ContactLearnt':
      return state.status === 'unknown' ? [learnt] : [];
    case 'ContactChanged':
      return Object.keys(learnt.data).length === 0 ? [] : [learnt];
    case 'RestrictionLearnt':
      return state.restricted ? [] : [learnt];
    case 'RestrictionEndLearnt':
      return state.restricted ? [learnt] : [];
  }
}
