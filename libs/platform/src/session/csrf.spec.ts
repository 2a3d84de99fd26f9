import { refuseForeignRequest } from './csrf.js';

const publicUrl = 'https://lotsen.example.org';
const token = 'token-of-the-session';
const judge = (method: string, headers: Record<string, string>) => () =>
  refuseForeignRequest({ method, headers, host: 'lotsen.example.org' }, token, publicUrl);
const refusal = expect.objectContaining({ status: 403, code: 'csrf' });

describe('a change that comes with a cookie', () => {
  it.each<Record<string, string>>([
    { 'x-csrf-token': token },
    { 'x-csrf-token': token, origin: publicUrl, 'sec-fetch-site': 'same-origin' },
  ])('is taken from our own pages: %j', (headers) => {
    expect(judge('POST', headers)).not.toThrow();
  });
  it.each<Record<string, string>>([
    {},
    { 'x-csrf-token': 'another-token-of-some-one' },
    { 'x-csrf-token': 'token-of-the-sessioN' },
    { 'x-csrf-token': token, origin: 'https://evil.example.org' },
    { 'x-csrf-token': token, origin: 'null' },
    { 'x-csrf-token': token, 'sec-fetch-site': 'cross-site' },
    { 'x-csrf-token': token, 'sec-fetch-site': 'same-site' },
  ])('is refused otherwise: %j', (headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(judge(method, headers)).toThrow(refusal);
  });
  it('needs no token when it only reads', () => {
    for (const method of ['GET', 'HEAD']) expect(judge(method, { 'sec-fetch-site': 'cross-site' })).not.toThrow();
  });
});
