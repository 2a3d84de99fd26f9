import { given } from '@lotsennetz/testing';
import { confirmed, details, ended, made, received, recorded, endedOn } from '../example-facts.js';
import type { RequestEvent } from '../request/request.events.js';
import { request } from '../request/request.stream.js';
import { recordRequest } from './record-request.decider.js';

describe('recording a request', () => {
  const command = { details, receivedOn: received };

  it('keeps what was asked for, on the day it came', () => given(request).when(recordRequest, command).then(recorded));
  it('does not give a running number away twice', () =>
    given(request, recorded).when(recordRequest, command).thenRefused('code-taken'));
});

describe('recording a rematch', () => {
  const asked = { ...details, about: 'request-2' };
  const after = (...events: RequestEvent[]) => ({
    requestId: 'request-1',
    earlier: events.reduce(request.evolve, request.initial),
  });
  const over = [recorded, made, confirmed, { ...ended, data: { ...ended.data, reason: 'conflict' } }] as const;
  const named = { ...recorded, data: { ...details, about: 'household-1', newcomerId: 'household-1' } } as const;
  const command = { details: asked, receivedOn: endedOn, follows: after(...over) };
  const first = { placementId: 'placement-1', volunteerId: 'volunteer-1', reason: 'conflict' } as const;
  const rematch = (change: object, earlierPlacements: readonly object[] = [first]) =>
    [
      { ...recorded, happenedOn: endedOn, data: { ...asked, follows: 'request-1', about: 'request-1', ...change } },
      { type: 'EarlierPlacementsNoted', happenedOn: endedOn, data: { earlierPlacements } },
    ] as RequestEvent[];

  it('notes whom it follows, who accompanied the household and why that ended', () =>
    given(request)
      .when(recordRequest, command)
      .then(...rematch({})));
  it('remembers everybody of a chain', () => {
    const before = { placementId: 'placement-0', volunteerId: 'volunteer-0', reason: 'moved' } as const;
    const chained = [
      over[0],
      { type: 'EarlierPlacementsNoted', happenedOn: received, data: { earlierPlacements: [before] } } as const,
      ...over.slice(1),
    ];
    given(request)
      .when(recordRequest, { ...command, follows: after(...chained) })
      .then(...rematch({}, [before, first]));
  });
  it('is about the same registered household, named again or not', () => {
    const follows = after(named, ...over.slice(1));
    const same = { about: 'household-1', newcomerId: 'household-1' };
    for (const again of [asked, { ...asked, ...same }])
      given(request)
        .when(recordRequest, { ...command, details: again, follows })
        .then(...rematch(same));
  });
  it('may name the household that was registered since', () => {
    const registered = { about: 'household-1', newcomerId: 'household-1' };
    given(request)
      .when(recordRequest, { ...command, details: { ...asked, ...registered } })
      .then(...rematch(registered));
  });
  it('is not for another household', () => {
    const other = { ...asked, about: 'household-2', newcomerId: 'household-2' };
    given(request)
      .when(recordRequest, { ...command, details: other, follows: after(named, ...over.slice(1)) })
      .thenRefused('another-household');
  });
  it('waits for the end of the placement', () => {
    for (const before of [[recorded], [recorded, made], [recorded, made, confirmed]])
      given(request)
        .when(recordRequest, { ...command, follows: after(...before) })
        .thenRefused('placement-not-ended');
  });
  it('follows a request that is known', () =>
    given(request)
      .when(recordRequest, { ...command, follows: after() })
      .thenRefused('unknown-earlier-request'));
  it('has a running number of its own', () =>
    given(request, recorded).when(recordRequest, command).thenRefused('code-taken'));
});
