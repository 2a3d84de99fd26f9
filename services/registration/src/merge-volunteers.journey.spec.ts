import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration } from './index.js';

const rosa = { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org', phone: '0271 5550199' };

/** The same person, twice in Siegen and once in Kreuztal. */
describe('one person with two records', () => {
  let platform: TestDeployment;
  const tokens = new Map<string, string>();
  let first: string;
  let again: string;

  const call = (method: string, path: string, body?: unknown, tenant = 'siegen') =>
    platform.call(method, `/registration/${tenant}/volunteers${path}`, { body, token: tokens.get(tenant) ?? '' });
  const idsOf = async (query: string, tenant?: string): Promise<readonly string[]> => {
    await platform.settled();
    const { items } = (await call('GET', `?${query}`, undefined, tenant)).body as { items: readonly { id: string }[] };
    return items.map(({ id }) => id);
  };
  const page = async (id: string, tenant?: string) => {
    await platform.settled();
    return (await call('GET', `/${id}`, undefined, tenant)).body as object;
  };
  const groups = async () => {
    await platform.settled();
    const token = tokens.get('siegen') ?? '';
    const { body } = await platform.call('GET', '/registration/siegen/possible-duplicates', { token });
    return body.items as readonly { shared: readonly string[]; people: readonly { id: string }[] }[];
  };
  const merge = async (id: string, into: string) => {
    const { status, body } = await call('POST', `/${id}/merge`, { into });
    return [status, (body as { code?: string }).code];
  };

  beforeAll(async () => {
    platform = await startForTest([registration]);
    const runtime = platform.service('registration');
    for (const tenant of ['siegen', 'kreuztal']) {
      await foundTenantNamed(runtime, { id: tenant, name: tenant, kind: 'municipality', timeZone: 'Europe/Berlin' });
      tokens.set(tenant, (await createTokenFor(runtime, { tenant, role: 'coordinator' })).token);
    }
    await platform.settled();
    first = (await call('POST', '', rosa)).body.id as string;
  });
  afterAll(() => platform.close());

  it('is no hint to another tenant, and gets none from there', async () => {
    const elsewhere = (await call('POST', '', rosa, 'kreuztal')).body.id as string;
    expect(await page(first)).toMatchObject({ possibleDuplicateOf: [] });
    expect(await page(elsewhere, 'kreuztal')).toMatchObject({ possibleDuplicateOf: [] });
    expect(await merge(first, elsewhere)).toEqual([404, 'not-found']);
    again = (await call('POST', '', rosa)).body.id as string;
    expect(await page(first)).toMatchObject({ possibleDuplicateOf: [again] });
    expect(await groups()).toEqual([
      {
        id: [first, again].sort().join('.'),
        shared: ['email', 'phone'],
        people: [first, again].sort().map((id) => expect.objectContaining({ id, familyName: 'Nassauer' }) as object),
      },
    ]);
    expect(await page(elsewhere, 'kreuztal')).toMatchObject({ possibleDuplicateOf: [] });
  });

  it('is shown once when merged, hinted at no more, and both pages say so', async () => {
    expect(await merge(again, first)).toEqual([200, undefined]);
    expect(await merge(again, first)).toEqual([200, undefined]);
    expect(await idsOf('limit=50')).toEqual([first]);
    expect(await idsOf('q=nassauer')).toEqual([first]);
    expect([...(await idsOf('merged=show'))].sort()).toEqual([first, again].sort());
    expect(await idsOf('q=nassauer&merged=show')).toHaveLength(2);
    expect(await idsOf('merged=only')).toEqual([again]);
    expect(await idsOf('q=nassauer&merged=only')).toEqual([again]);
    expect(await groups()).toEqual([]);
    expect(await page(again)).toMatchObject({ mergedInto: first, duplicates: [], possibleDuplicateOf: [] });
    const staying = await page(first);
    expect(staying).toMatchObject({ duplicates: [again], possibleDuplicateOf: [] });
    expect(staying).not.toHaveProperty('mergedInto');
  });

  it('makes no chains', async () => {
    const third = (await call('POST', '', { ...rosa, givenName: 'Rosalie' })).body.id as string;
    expect(await merge(again, third)).toEqual([409, 'merged-elsewhere']);
    expect(await merge(third, again)).toEqual([409, 'target-merged']);
    expect(await merge(first, third)).toEqual([409, 'has-duplicates']);
    expect(await merge(third, third)).toEqual([409, 'same-volunteer']);
    expect((await call('DELETE', `/${third}/merge`)).status).toBe(404);
  });

  it('is two again when the merge is undone, with everything as it was', async () => {
    const before = { ...(await page(again)) } as Record<string, unknown>;
    expect((await call('DELETE', `/${again}/merge`)).status).toBe(200);
    expect((await call('DELETE', `/${again}/merge`)).status).toBe(200);
    const { merged: _, mergedInto: __, possibleDuplicateOf: ___, ...kept } = before;
    const after = await page(again);
    expect(after).toMatchObject(kept);
    expect(after).not.toHaveProperty('mergedInto');
    expect(await idsOf('limit=50')).toContain(again);
    expect(await page(first)).toMatchObject({ duplicates: [] });
    expect((await call('POST', `/${again}/accept`)).status).toBe(200);
  });
});
