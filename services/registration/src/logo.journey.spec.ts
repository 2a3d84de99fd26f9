import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration } from './index.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the logo of a tenant', () => {
  let platform: TestDeployment;
  let token: string;

  beforeAll(async () => {
    platform = await startForTest([registration]);
    const runtime = platform.service('registration');
    for (const id of ['siegen', 'kreuztal'])
      await foundTenantNamed(runtime, { id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
    ({ token } = await createTokenFor(runtime, { tenant: 'siegen', role: 'administrator' }));
    await platform.settled();
  });
  afterAll(() => platform.close());

  const choose = (picture: string) => platform.call('PUT', '/registration/siegen/logo', { token, body: { picture } });
  const listed = async (after: unknown) => {
    const { body } = await platform.call('GET', `/registration/tenants?after=${after as string}`);
    return (body.items as { id: string; logo?: string }[]).map(({ id, logo }) => [id, logo]);
  };

  it('is for everybody to see, under an address that changes with it, and can do nothing there', async () => {
    const chosen = await choose(png.toString('base64'));
    expect(chosen.status).toBe(200);
    const [, [, version] = []] = await listed(chosen.body.position);
    expect(version).toMatch(/^[0-9a-f-]{36}$/);
    const shown = await platform.call('GET', `/registration/siegen/logo/${version}`);
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const elsewhere = await platform.call('GET', `/registration/kreuztal/logo/${version}`);
    expect(elsewhere.status).toBe(404);
  });

  it('changes nothing when it is no picture that may be shown', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const wrong of [svg.toString('base64'), Buffer.alloc(65_537, png).toString('base64'), 'no base64'])
      expect((await choose(wrong)).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'picture' }] });
  });

  it('is gone when it is removed', async () => {
    const [, [, version] = []] = await listed((await choose(png.toString('base64'))).body.position);
    const removed = await platform.call('DELETE', '/registration/siegen/logo', { token });
    expect(removed.status).toBe(200);
    expect(await listed(removed.body.position)).toEqual([
      ['kreuztal', undefined],
      ['siegen', undefined],
    ]);
    expect((await platform.call('GET', `/registration/siegen/logo/${version}`)).status).toBe(404);
  });
});
