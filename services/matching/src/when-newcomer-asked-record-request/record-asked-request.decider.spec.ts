import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { recorded, withdrawn } from '../example-facts.js';
import { recordAskedRequest } from './record-asked-request.decider.js';

describe('recording what a household asked for', () => {
  const command = { details: recorded.data, receivedOn: recorded.happenedOn };

  it('makes a request of it', () => given(request).when(recordAskedRequest, command).then(recorded));
  it('changes nothing with a repetition', () =>
    given(request, recorded).when(recordAskedRequest, command).thenNothing());
  it('does not bring back what was withdrawn', () =>
    given(request, recorded, withdrawn).when(recordAskedRequest, command).thenNothing());
});
