import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { details, received, recorded } from '../example-facts.js';
import { recordRequest } from './record-request.decider.js';

describe('recording a request', () => {
  const command = { details, receivedOn: received };

  it('keeps what was asked for, on the day it came', () => given(request).when(recordRequest, command).then(recorded));
  it('does not give a running number away twice', () =>
    given(request, recorded).when(recordRequest, command).thenRefused('code-taken'));
});
