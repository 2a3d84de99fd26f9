import { AccessDeniedError, NotLeaderError, UnavailableError, UnknownError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { Unavailable } from '@lotsennetz/kernel';
import { AccessRefused, asOutage } from './outage.js';

const unknown = (code: status) => new UnknownError({ code, message: '' } as never);

describe('what the client throws', () => {
  it.each([
    ['no connection', new UnavailableError()],
    ['no node found', new Error('Failed to discover after 10 attempts.')],
    ['a connection that broke', unknown(status.INTERNAL)],
    ['a cluster that has no leader', unknown(status.UNKNOWN)],
    ['no leader in time', Object.create(NotLeaderError.prototype, { type: { value: 'not-leader' } }) as Error],
  ])('%s is an outage', (_, error) => {
    expect(asOutage(error)).toBeInstanceOf(Unavailable);
    expect(asOutage(error).cause).toBe(error);
  });
  it.each([status.UNAUTHENTICATED, status.PERMISSION_DENIED])('a wrong password says what is wrong: %s', (code) => {
    const refused = asOutage(new AccessDeniedError({ code, message: '' } as never));
    expect(refused).toBeInstanceOf(AccessRefused);
    expect(refused.message).toMatch('user, password');
    // Who waits for the store asks again and again.
    expect(asOutage(refused)).toBe(refused);
  });
  it.each([
    ['an event that is too large', unknown(status.INVALID_ARGUMENT)],
    ['something the server does not know', unknown(status.UNIMPLEMENTED)],
    ['a bug of ours', new TypeError('x')],
  ])('%s stays what it is', (_, error) => {
    expect(asOutage(error)).toBe(error);
  });
});
