import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { accepted, details, made, received, recorded, withdrawn } from '../example-facts.js';
import { importRequest } from './import-request.decider.js';

describe('importing a line of a list', () => {
  const command = { details, receivedOn: received };
  const mended = { ...details, languages: ['fa'] };

  it('records what is new', () => given(request).when(importRequest, command).then(recorded));
  it('changes nothing when it comes again', () => given(request, recorded).when(importRequest, command).thenNothing());
  it('corrects what says something else', () =>
    given(request, recorded)
      .when(importRequest, { ...command, details: mended })
      .then({ type: 'RequestCorrected', happenedOn: received, data: mended }));
  it('names the proposal that stays current', () =>
    given(request, recorded, made, accepted)
      .when(importRequest, { ...command, details: mended })
      .then({
        type: 'RequestCorrected',
        happenedOn: accepted.happenedOn,
        data: { ...mended, proposalId: 'proposal-1' },
      }));
  it('keeps the note that the office has written since', () =>
    given(request, { ...recorded, data: { ...details, note: 'third floor' } })
      .when(importRequest, { ...command, details: mended })
      .then({ type: 'RequestCorrected', happenedOn: received, data: { ...mended, note: 'third floor' } }));
  it('leaves a request alone that is no longer open', () =>
    given(request, recorded, withdrawn)
      .when(importRequest, { ...command, details: mended })
      .thenNothing());
});
