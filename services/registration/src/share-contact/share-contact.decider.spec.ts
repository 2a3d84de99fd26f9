import { given } from '@lotsennetz/testing';
import { acquaintance } from '../acquaintance/acquaintance.stream.js';
import { acquainted, acquaintanceEnded, phoneShared } from '../example-facts.js';
import { shareContact, type ShareContact } from './share-contact.decider.js';

const command: ShareContact = { personId: 'rosa', ways: ['phone'], on: phoneShared.happenedOn };

describe('sharing how one is reached', () => {
  it('is each one’s own word', () => {
    given(acquaintance, acquainted).when(shareContact, command).then(phoneShared);
    given(acquaintance, acquainted, phoneShared)
      .when(shareContact, { ...command, personId: 'walid' })
      .then({ ...phoneShared, data: { by: 'newcomer', ways: ['phone'] } });
  });
  it('replaces what was shared before, down to nothing', () =>
    given(acquaintance, acquainted, phoneShared)
      .when(shareContact, { ...command, ways: [] })
      .then({ ...phoneShared, data: { by: 'volunteer', ways: [] } }));
  it('twice changes nothing, in whatever order it is said', () => {
    given(acquaintance, acquainted, phoneShared).when(shareContact, command).thenNothing();
    const both = { ...phoneShared, data: { by: 'volunteer', ways: ['email', 'phone'] } } as const;
    given(acquaintance, acquainted, both)
      .when(shareContact, { ...command, ways: ['phone', 'email', 'phone'] })
      .thenNothing();
  });
  it('is refused to a third person like for a placement that does not exist', () => {
    given(acquaintance).when(shareContact, command).thenRefused('unknown-placement');
    given(acquaintance, acquainted)
      .when(shareContact, { ...command, personId: 'amina' })
      .thenRefused('unknown-placement');
  });
  it('is refused once the placement has ended', () =>
    given(acquaintance, acquainted, acquaintanceEnded).when(shareContact, command).thenRefused('placement-ended'));
});
