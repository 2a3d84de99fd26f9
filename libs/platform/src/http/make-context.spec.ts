import { day, TenantScope } from '@lotsennetz/kernel';
import { FakeClock, fakeIds, MemoryKeys } from '@lotsennetz/testing';
import type { FastifyRequest } from 'fastify';
import type { ServiceRuntime } from '../service-runtime.js';
import { makeContext } from './make-context.js';

const runtime = { clock: new FakeClock('2015-01-06T23:30:00.000Z'), ids: fakeIds(), keys: new MemoryKeys() };
const siegen = { id: TenantScope.of('siegen').tenant, name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' };
const kreuztal = { ...siegen, id: TenantScope.of('kreuztal').tenant };
const member = { relation: 'member', roles: ['coordinator'] } as const;

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly body?: unknown;
  readonly tokenId?: string;
  readonly tenant?: typeof siegen;
}
const contextOf = ({ headers = {}, url = '/a/siegen/b', body = {}, tokenId = 't', tenant = siegen }: Sent = {}) =>
  makeContext(runtime as unknown as ServiceRuntime, { method: 'POST', url, headers, body } as FastifyRequest, {
    tenant,
    as: { ...member, tokenId },
  });
const key = { 'idempotency-key': 'k1' };

describe('the context of a request', () => {
  it('has the day of the tenant’s own wall calendar', async () => {
    expect(await contextOf()).toMatchObject({ today: '2015-01-07', actor: 'token:t', ...member });
  });
  it('names a person by the membership, which is another in every tenant', async () => {
    const request = { method: 'GET', url: '/a/siegen/b', headers: {} } as FastifyRequest;
    const as = { ...member, membershipId: 'm' } as const;
    const context = await makeContext(runtime as unknown as ServiceRuntime, request, { tenant: siegen, as });
    expect(context).toMatchObject({ actor: 'person:m', subjectId: undefined, oversightFields: [], purpose: undefined });
  });
  it('says what a county was granted, and for what', async () => {
    const request = { method: 'GET', url: '/a/siegen/b', headers: {} } as FastifyRequest;
    const granted = { oversightId: 'o', tenant: siegen.id, county: 'kreis', until: day('2016-01-01') };
    const as = {
      ...member,
      relation: 'oversight',
      oversights: [
        { ...granted, purpose: 'Bericht', fields: ['courses'] },
        { ...granted, purpose: 'Umfrage', fields: [] },
      ],
    } as const;
    const context = await makeContext(runtime as unknown as ServiceRuntime, request, { tenant: siegen, as });
    expect(context).toMatchObject({ oversightFields: ['courses'], purpose: 'Bericht; Umfrage' });
  });
  it('without a key makes fresh ids and remembers nothing', async () => {
    const [one, two] = [await contextOf(), await contextOf()];
    expect([one.commandId, one.fingerprint]).toEqual([undefined, undefined]);
    expect(new Set([one.newId(), one.newId(), two.newId()]).size).toBe(3);
  });
  it('with a key makes the same ids every time, each another', async () => {
    const [one, two] = [await contextOf({ headers: key }), await contextOf({ headers: key })];
    const ids = [one.newId(), one.newId()];
    expect([two.newId(), two.newId()]).toEqual(ids);
    expect(ids[0]).not.toBe(ids[1]);
    expect([one.commandId, one.fingerprint]).toEqual([two.commandId, two.fingerprint]);
  });
  it.each<[string, Sent]>([
    ['caller', { tokenId: 'other' }],
    ['tenant', { tenant: kreuztal }],
    ['key', { headers: { 'idempotency-key': 'k2' } }],
    ['address', { url: '/a/siegen/c' }],
  ])('makes other ids for another %s', async (_, other) => {
    const [one, two] = [await contextOf({ headers: key }), await contextOf({ headers: key, ...other })];
    expect(two.newId()).not.toBe(one.newId());
  });
  it('tells bodies apart under one key, by a hash that only the tenant can make', async () => {
    const rosa = { headers: key, body: { givenName: 'Rosa' } };
    const [one, two] = [await contextOf(rosa), await contextOf({ ...rosa, body: { givenName: 'Ines' } })];
    const elsewhere = await contextOf({ ...rosa, tenant: kreuztal });
    expect(new Set([one.fingerprint, two.fingerprint, elsewhere.fingerprint]).size).toBe(3);
  });
  it('reads a revision from If-Match', async () => {
    expect((await contextOf({ headers: { 'if-match': '"12"' } })).ifMatch).toBe(12);
  });
  it.each([
    ['if-match', '12'],
    ['if-match', '"-1"'],
    ['if-match', 'W/"12"'],
    ['idempotency-key', ''],
    ['idempotency-key', 'ü'],
    ['idempotency-key', 'x'.repeat(201)],
  ])('refuses %s: %s', async (name, value) => {
    await expect(contextOf({ headers: { [name]: value } })).rejects.toMatchObject({
      status: 400,
      code: 'invalid-input',
    });
  });
});
