import { day } from '@lotsennetz/kernel';
import { foldGiven, given } from '@lotsennetz/testing';
import { invitation, stillOpen, type InvitationEvent } from '../invitation/invitation.stream.js';
import { knowInvitation } from './know-invitation.decider.js';

const happenedOn = day('2026-03-02');
const learnt: InvitationEvent = {
  type: 'InvitationLearnt',
  happenedOn,
  data: { recipientId: 'ines', invitation: 1, validUntil: day('2026-03-16') },
};
const repeated: InvitationEvent = {
  type: 'InvitationRepeatLearnt',
  happenedOn,
  data: { invitation: 2, validUntil: day('2026-03-18') },
};
const over: InvitationEvent = { type: 'InvitationEndLearnt', happenedOn, data: {} };
const offeredAgain: InvitationEvent = { ...learnt, data: { ...learnt.data, invitation: 3 } };

describe('knowing an invitation', () => {
  it('takes over that it was made, made again, and is over', () => {
    given(invitation).when(knowInvitation, learnt).then(learnt);
    given(invitation, learnt).when(knowInvitation, repeated).then(repeated);
    given(invitation, learnt, repeated).when(knowInvitation, over).then(over);
    given(invitation, learnt, over).when(knowInvitation, offeredAgain).then(offeredAgain);
  });
  it('what comes again, or ends before it is known, changes nothing', () => {
    given(invitation, learnt).when(knowInvitation, learnt).thenNothing();
    given(invitation, learnt, repeated).when(knowInvitation, repeated).thenNothing();
    given(invitation).when(knowInvitation, repeated).thenNothing();
    given(invitation, learnt, over).when(knowInvitation, over).thenNothing();
    given(invitation).when(knowInvitation, over).thenNothing();
  });
  it.each([
    [[learnt], 1, '2026-03-16', true],
    [[learnt], 1, '2026-03-17', false],
    [[learnt, repeated], 1, '2026-03-02', false],
    [[learnt, repeated], 2, '2026-03-18', true],
    [[learnt, over], 1, '2026-03-02', false],
    [[], 1, '2026-03-02', false],
  ] as const)('after %j invitation %i counts on %s: %s', (facts, number, today, expected) => {
    const content = { template: 'membership-invited', recipientId: 'ines', params: { invitation: number } } as const;
    expect(stillOpen(content, foldGiven(invitation, facts), day(today))).toBe(expected);
  });
});
