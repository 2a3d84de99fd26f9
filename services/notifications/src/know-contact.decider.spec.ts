import { day } from '@lotsennetz/kernel';
import { foldGiven, given } from '@lotsennetz/testing';
import { contact, type ContactEvent } from './contact/contact.stream.js';
import { knowContact } from './know-contact.decider.js';

const happenedOn = day('2015-02-10');
const learnt: ContactEvent = {
  type: 'ContactLearnt',
  happenedOn,
  data: { givenName: 'Rosa', familyName: 'Nassauer', preferredLanguage: 'ar' },
};
const moved: ContactEvent = { type: 'ContactChanged', happenedOn, data: { email: 'rosa@example.org' } };

describe('knowing how somebody can be written to', () => {
  it('takes over a registration and a change', () => {
    given(contact).when(knowContact, learnt).then(learnt);
    given(contact, learnt).when(knowContact, moved).then(moved);
  });

  it('a registration that comes again, and a change of something else, change nothing', () => {
    given(contact, learnt).when(knowContact, learnt).thenNothing();
    given(contact, learnt)
      .when(knowContact, { ...moved, data: {} })
      .thenNothing();
  });

  it('a change replaces only what it names', () => {
    expect(foldGiven(contact, [learnt, moved])).toEqual({
      ...{ status: 'known', restricted: false },
      contact: { ...learnt.data, email: 'rosa@example.org' },
    });
  });

  it('a change takes back an address', () => {
    const gone: ContactEvent = { type: 'ContactChanged', happenedOn, data: { cleared: ['email'] } };
    expect(foldGiven(contact, [learnt, moved, gone])).toEqual(foldGiven(contact, [learnt]));
  });

  it('notes a restriction once, also of somebody it does not know yet', () => {
    const [restricted, free] = [
      { type: 'RestrictionLearnt', happenedOn, data: {} } as const,
      { type: 'RestrictionEndLearnt', happenedOn, data: {} } as const,
    ];
    given(contact).when(knowContact, restricted).then(restricted);
    given(contact, restricted).when(knowContact, restricted).thenNothing();
    given(contact, learnt, restricted).when(knowContact, free).then(free);
    given(contact, learnt).when(knowContact, free).thenNothing();
    expect(foldGiven(contact, [restricted, learnt])).toMatchObject({ status: 'known', restricted: true });
  });
});
