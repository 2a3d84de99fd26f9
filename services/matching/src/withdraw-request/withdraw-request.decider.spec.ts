import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { accepted, confirmed, decidedOn, declined, expired, made, recorded, withdrawn } from '../example-facts.js';
import { withdrawRequest } from './withdraw-request.decider.js';

describe('withdrawing a request', () => {
  const command = { on: decidedOn };
  const expiredWithIt = { ...expired, data: { ...expired.data, cause: 'request-withdrawn' } } as const;

  it('ends the request', () => given(request, recorded).when(withdrawRequest, command).then(withdrawn));
  it('ends an open proposal with it', () =>
    given(request, recorded, made).when(withdrawRequest, command).then(expiredWithIt, withdrawn));
  it('ends an accepted proposal with it', () =>
    given(request, recorded, made, accepted).when(withdrawRequest, command).then(expiredWithIt, withdrawn));
  it('leaves a declined proposal as it is', () =>
    given(request, recorded, made, declined).when(withdrawRequest, command).then(withdrawn));
  it('changes nothing the second time', () =>
    given(request, recorded, withdrawn).when(withdrawRequest, command).thenNothing());
  it('refuses an unknown request', () => given(request).when(withdrawRequest, command).thenRefused('unknown-request'));
  it('refuses a request with a placement', () =>
    given(request, recorded, made, confirmed).when(withdrawRequest, command).thenRefused('request-confirmed'));
  it('takes the word of the household that asked, and of no other', () => {
    const asked = { ...recorded, data: { ...recorded.data, newcomerId: 'household-1' } } as const;
    given(request, asked)
      .when(withdrawRequest, { ...command, newcomerId: 'household-1' })
      .then(withdrawn);
    for (const theirs of [asked, recorded])
      given(request, theirs)
        .when(withdrawRequest, { ...command, newcomerId: 'household-2' })
        .thenRefused('unknown-request');
  });
  it('refuses a day before the request came', () =>
    given(request, recorded)
      .when(withdrawRequest, { on: day('2015-05-03') })
      .thenRefused('earlier-than-last-change', { since: '2015-05-04' }));
});
