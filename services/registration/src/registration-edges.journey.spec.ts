import { filesHolding, startForTest, type Answer, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration, revokeTokenOf } from './index.js';

const volunteers = '/registration/siegen/volunteers';
const rosa = { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa.nassauer@example.org' };
const unknownId = '00000000-0000-7000-8000-000000000000';

const problemOf = ({ status, headers, body }: Answer) => [
  status,
  headers.get('content-type')?.split(';')[0],
  body.code,
];
const problem = (status: number, code: string) => [status, 'application/problem+json', code];

describe('the edges of registration', () => {
  let platform: TestDeployment;
  let coordinator: string;
  let analyst: string;
  let neighbour: string;

  beforeAll(async () => {
    platform = await startForTest([registration], { settings: { LOTSENNETZ_PUBLIC_FORMS_PER_MINUTE: '5' } });
    const runtime = platform.service('registration');
    for (const id of ['siegen', 'kreuztal'])
      await foundTenantNamed(runtime, { id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
    coordinator = (await createTokenFor(runtime, { tenant: 'siegen', role: 'coordinator' })).token;
    analyst = (await createTokenFor(runtime, { tenant: 'siegen', role: 'analyst' })).token;
    neighbour = (await createTokenFor(runtime, { tenant: 'kreuztal', role: 'coordinator' })).token;
    await platform.settled();
  });
  afterAll(() => platform.close());

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    platform.call(method, path, { body, token: coordinator, headers });
  const raw = (method: string, path: string, body: string | Buffer, contentType: string) =>
    platform.raw(method, path, {
      body,
      headers: { 'content-type': contentType, authorization: `Bearer ${coordinator}` },
    });
  const head = () => platform.service('registration').eventStore.head();
  const register = async (more: object = {}): Promise<{ id: string; position: string }> =>
    (await call('POST', volunteers, { ...rosa, ...more })).body;

  it('tells anybody whom one can turn to', async () => {
    const { status, body } = await platform.call('GET', '/registration/tenants');
    expect([status, body]).toEqual([
      200,
      {
        items: [
          { id: 'kreuztal', name: 'kreuztal', kind: 'municipality' },
          { id: 'siegen', name: 'siegen', kind: 'municipality' },
        ],
      },
    ]);
  });

  it('tells what happened to a volunteer from the events', async () => {
    const { id } = await register();
    await call('POST', `${volunteers}/${id}/accept`);
    const { status, body } = await call('GET', `${volunteers}/${id}/timeline`);
    const told = (body.items as { what: string; enteredBy: string }[]).map(({ what, enteredBy }) => [what, enteredBy]);
    expect([status, told]).toEqual([
      200,
      [
        ['VolunteerAccepted', 'office'],
        ['InterestRegistered', 'office'],
      ],
    ]);
    expect((await call('GET', `${volunteers}/${unknownId}/timeline`)).status).toBe(404);
  });

  describe('who may do what', () => {
    it('answers an unknown id, an impossible one, a foreign one and a foreign tenant alike', async () => {
      const { id } = await register();
      const answers = [
        await call('GET', `${volunteers}/${unknownId}`),
        await call('GET', `${volunteers}/nobody`),
        await call('POST', `${volunteers}/${unknownId}/accept`),
        await call('PATCH', `${volunteers}/${unknownId}`, { capacity: 1 }),
        await call('GET', `/registration/kreuztal/volunteers/${id}`),
        await call('GET', '/registration/nowhere/volunteers'),
        await call('GET', `/registration/siegen/imports/${unknownId}`),
        await platform.call('GET', `/registration/kreuztal/volunteers/${id}`, { token: neighbour }),
        await platform.call('POST', `/registration/kreuztal/volunteers/${id}/accept`, { token: neighbour }),
      ];
      for (const answer of answers) {
        expect(problemOf(answer)).toEqual(problem(404, 'not-found'));
        const { refused: _, ...shown } = answer.body;
        expect(shown).toEqual(answers[0]!.body);
      }
    });

    it('answers 403 for a role that does not include it, in one’s own tenant only', async () => {
      const asAnalyst = (method: string, path: string) => platform.call(method, path, { token: analyst });
      expect(problemOf(await asAnalyst('GET', volunteers))).toEqual(problem(403, 'forbidden'));
      expect(problemOf(await asAnalyst('POST', `${volunteers}/${unknownId}/accept`))).toEqual(
        problem(403, 'forbidden'),
      );
      expect(problemOf(await asAnalyst('GET', '/registration/kreuztal/volunteers'))).toEqual(problem(404, 'not-found'));
    });

    it.each([[''], ['Bearer'], ['Bearer  x'], ['Basic eDp5'], ['bearer x y'], ['Bearer lotse_unknown']])(
      'answers 401 for the authorization %j',
      async (authorization) => {
        const answer = await platform.call('GET', volunteers, { headers: { authorization } });
        expect(problemOf(answer)).toEqual(problem(401, 'unauthorized'));
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      },
    );

    it('honours a new token at once, and a revoked one no more', async () => {
      const runtime = platform.service('registration');
      const { token, tokenId } = await createTokenFor(runtime, { tenant: 'siegen', role: 'trainer' });
      await platform.settled();
      expect((await platform.call('GET', volunteers, { token })).status).toBe(200);
      await revokeTokenOf(runtime, { tenant: 'siegen', tokenId });
      await platform.settled();
      expect((await platform.call('GET', volunteers, { token })).status).toBe(401);
    });
  });

  describe('what it refuses', () => {
    const refused = async (answer: Promise<Answer>, status: number, code: string) => {
      const before = await head();
      expect(problemOf(await answer)).toEqual(problem(status, code));
      expect(await head()).toBe(before);
    };

    it.each([
      ['broken JSON', '{"givenName": "Rosa"', 'application/json', 400, 'invalid-input'],
      ['a list for a record', '[]', 'application/json', 400, 'invalid-input'],
      ['a text for a record', '"Rosa"', 'application/json', 400, 'invalid-input'],
      ['null for a record', 'null', 'application/json', 400, 'invalid-input'],
      ['nothing at all', '', 'application/json', 400, 'invalid-input'],
      ['a prototype', '{"__proto__": {"givenName": "Rosa"}}', 'application/json', 400, 'invalid-input'],
      ['a form', 'givenName=Rosa', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
      ['XML', '<volunteer/>', 'application/xml', 415, 'unsupported-media-type'],
      ['plain text', 'Rosa', 'text/plain', 415, 'unsupported-media-type'],
    ] as const)('%s', async (_, body, contentType, status, code) => {
      await refused(raw('POST', volunteers, body, contentType), status, code);
    });

    it.each([['application/json'], ['text/csv']])('10 MB of %s', async (contentType) => {
      const path = contentType === 'text/csv' ? '/registration/siegen/imports/volunteers' : volunteers;
      await refused(raw('POST', path, Buffer.alloc(10_000_000, 'x'), contentType), 413, 'body-too-large');
    });

    it.each([['text/plain'], ['application/json']])('a roster as %s', async (contentType) => {
      const body = contentType === 'application/json' ? '"Vorname;Nachname"' : 'Vorname;Nachname';
      await refused(
        raw('POST', '/registration/siegen/imports/volunteers', body, contentType),
        415,
        'unsupported-media-type',
      );
    });

    it.each([
      ['NUL in a name', { givenName: 'Ro\0sa' }],
      ['a line break in a name', { givenName: 'Rosa\nBcc: all' }],
      ['half a surrogate pair', { givenName: '\ud800' }],
      ['a line break in an e-mail address', { email: '"a\nb"@example.org' }],
      ['white space for a name', { givenName: ' \t ' }],
      ['a name of 101 letters', { givenName: 'x'.repeat(101) }],
      ['no given name', { givenName: undefined }],
      ['no family name', { familyName: undefined }],
      ['null for a name', { givenName: null }],
      ['a record for a name', { givenName: { $gt: '' } }],
      ['an unknown gender', { gender: 'x' }],
      ['an unknown topic', { topics: ['zauberei'] }],
      ['a language twice', { languages: ['de', 'de'] }],
      ['a language by its name', { languages: ['Deutsch'] }],
      ['a part of the week that is none', { availability: ['mon-night'] }],
      ['half a capacity', { capacity: 1.5 }],
      ['a capacity below none', { capacity: -1 }],
      ['a postal code of four digits', { postalCode: '5707' }],
      ['a day that does not exist', { interestedSince: '2015-02-30' }],
      ['a field that is none', { isAdmin: true }],
      ['no way to reach the person', { email: undefined }],
    ])('%s', async (_, wrong) => {
      await refused(call('POST', volunteers, { ...rosa, ...wrong }), 400, 'invalid-input');
    });

    it('an interest of tomorrow', async () => {
      await refused(call('POST', volunteers, { ...rosa, interestedSince: '2999-01-01' }), 400, 'invalid-input');
    });

    it.each([
      ['limit=0'],
      ['limit=201'],
      ['limit=ten'],
      ['cursor=garbage'],
      ['q=rosa&cursor=garbage'],
      ['after=garbage'],
      ['after=9999999999999999'],
      ['after=0'],
      ['status=unknown'],
      ['topic=zauberei'],
      ['q=a&q=b'],
      ['sort=name'],
    ])('the query %s', async (query) => {
      await refused(call('GET', `${volunteers}?${query}`), 400, 'invalid-input');
    });

    it.each([
      ['if-match', '0'],
      ['if-match', '*'],
      ['idempotency-key', 'two words'],
      ['idempotency-key', 'x'.repeat(201)],
    ])('the header %s: %s', async (name, value) => {
      await refused(call('POST', volunteers, rosa, { [name]: value }), 400, 'invalid-input');
    });

    it('an address that cannot be decoded, and one that is nobody’s', async () => {
      await refused(call('GET', '/registration/siegen/volunteers/%zz'), 400, 'invalid-input');
      await refused(call('GET', '/nowhere'), 404, 'not-found');
      await refused(call('DELETE', volunteers), 404, 'not-found');
      await refused(call('GET', `${volunteers}/${'x'.repeat(3_000)}`), 414, 'address-too-long');
    });
  });

  describe('what it takes', () => {
    it.each([
      ['فاطمة', 'الأحمد'],
      ['Оксана', 'Коваленко'],
      ['ሰላም', 'አበበ'],
      ['李', '小龍'],
      ['Zoë', "O'Neill-Weiß"],
      ['=SUM(A1)', '@cmd'],
      ['🙂', 'Ẹ̀fọ́'],
    ])('the name %s %s, unchanged', async (givenName, familyName) => {
      const { id, position } = await register({ givenName, familyName });
      const { body } = await call('GET', `${volunteers}/${id}?after=${position}`);
      expect([body.givenName, body.familyName]).toEqual([givenName.normalize('NFC'), familyName.normalize('NFC')]);
    });

    it('facts of the past, in their order', async () => {
      const { id } = await register({ interestedSince: '2015-01-06' });
      const on = (what: string, day: string) => call('POST', `${volunteers}/${id}/${what}`, { on: day });
      expect((await on('accept', '2015-01-05')).body).toMatchObject({
        code: 'earlier-than-last-change',
        since: '2015-01-06',
      });
      expect((await on('accept', '2015-02-01')).status).toBe(200);
      expect((await on('pause', '2015-03-01')).status).toBe(200);
      expect(problemOf(await on('resume', '2999-01-01'))).toEqual(problem(400, 'invalid-input'));
      expect(problemOf(await on('resume', '2015-02-30'))).toEqual(problem(400, 'invalid-input'));
      expect((await on('resume', '2015-04-01')).status).toBe(200);
      expect(problemOf(await on('decline', '2015-05-01'))).toEqual(problem(409, 'already-accepted'));
      const { body } = await on('leave', '2015-05-01');
      const shown = await call('GET', `${volunteers}/${id}?after=${body.position}`);
      expect(shown.body).toMatchObject({ status: 'left', statusSince: '2015-05-01', interestedSince: '2015-01-06' });
    });

    it('a change of profile on the revision it was made for, once', async () => {
      const { id } = await register();
      const change = (capacity: number) => call('PATCH', `${volunteers}/${id}`, { capacity }, { 'if-match': '"0"' });
      const changed = await change(3);
      expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"1"']);
      const stale = await change(4);
      expect([problemOf(stale), stale.body.revision]).toEqual([problem(412, 'stale'), 1]);
      const nothing = await call('PATCH', `${volunteers}/${id}`, {});
      expect([nothing.status, nothing.body.revision]).toEqual([200, 1]);
      const shown = await call('GET', `${volunteers}/${id}?after=${changed.body.position}`);
      expect(shown.body).toMatchObject({ capacity: 3, givenName: 'Rosa', gender: 'unknown', languages: [] });
    });

    it('households, and shows them to the office only', async () => {
      const household = {
        givenName: 'Samira',
        familyName: 'Haddadin',
        householdSize: 4,
        languages: ['ar'],
        note: 'a\nb',
      };
      const { status, body } = await call('POST', '/registration/siegen/newcomers', household);
      expect(status).toBe(201);
      const path = `/registration/siegen/newcomers/${body.id}?after=${body.position}`;
      expect((await call('GET', path)).body).toMatchObject(household);
      expect((await call('GET', '/registration/siegen/newcomers')).body).toMatchObject({
        items: [household],
        next: null,
      });
      expect((await platform.call('GET', path, { token: analyst })).status).toBe(403);
      const found = async (q: string) => (await call('GET', `/registration/siegen/newcomers?q=${q}`)).body;
      expect(await found('haddad%20SAM')).toMatchObject({ items: [household], next: null });
      expect(await found('addadin')).toEqual({ items: [], next: null });
    });

    it('one key for two kinds of things, as two persons', async () => {
      const key = { 'idempotency-key': 'same' };
      const household = { givenName: 'Samira', familyName: 'Haddadin', householdSize: 1, languages: ['ar'] };
      const one = await call('POST', volunteers, rosa, key);
      const other = await call('POST', '/registration/siegen/newcomers', household, key);
      expect([one.status, other.status]).toEqual([201, 201]);
      expect(other.body.id).not.toBe(one.body.id);
    });
  });

  describe('its lists', () => {
    let last: string;
    beforeAll(async () => {
      for (let each = 0; each < 12; each++) {
        const many = {
          town: 'Netphen',
          carrier: each % 2 ? 'AWO' : 'Caritas',
          topics: each < 3 ? ['work'] : ['health'],
        };
        const person = {
          familyName: `Blatt${each}`,
          email: `blatt${each}@example.org`,
          languages: each < 6 ? ['uk'] : ['ar'],
        };
        const { id } = await register({
          ...many,
          ...person,
          interestedSince: `2015-01-${String(each + 1).padStart(2, '0')}`,
        });
        const accepted = await call('POST', `${volunteers}/${id}/accept`);
        last = accepted.body.position;
      }
    });
    const list = async (query: string) => (await call('GET', `${volunteers}?town=Netphen&${query}&after=${last}`)).body;

    it.each([
      ['carrier=AWO', 6],
      ['language=uk', 6],
      ['topic=work', 3],
      ['status=active', 12],
      ['status=paused', 0],
      ['availability=mon-morning', 0],
      ['carrier=AWO&topic=work', 1],
      ['q=blatt', 12],
      ['q=blatt&topic=work', 3],
      ['q=blatt1', 3],
    ])('are filtered by %s', async (query, count) => {
      expect((await list(query)).items).toHaveLength(count);
    });

    it.each([[''], ['q=blatt']])('are paged by cursor (%s)', async (query) => {
      const ids: string[] = [];
      const sizes: number[] = [];
      let cursor = '';
      do {
        const page = await list(`${query}&limit=5${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
        ids.push(...page.items.map((item: { id: string }) => item.id));
        sizes.push(page.items.length);
        cursor = page.next ?? '';
      } while (cursor);
      expect([sizes, new Set(ids).size]).toEqual([[5, 5, 2], 12]);
    });

    it('hold a cursor to its own filter', async () => {
      const { next } = await list('limit=5');
      const other = await call('GET', `${volunteers}?town=Siegen&limit=5&cursor=${encodeURIComponent(next)}`);
      expect(problemOf(other)).toEqual(problem(400, 'invalid-input'));
    });
  });

  describe('the open form of those who ask for help', () => {
    const form = {
      ...{ givenName: 'Amal', familyName: 'Haddad', phone: '0271 55500031', householdSize: 4 },
      ...{ languages: ['ar'], topics: ['school'], note: 'Kita?' },
    };
    const send = (body: object) => platform.call('POST', '/registration/siegen/help-requests', { body });

    it('answers 202, and the household is in the list with what it asks for', async () => {
      expect([(await send(form)).status, (await send({ ...form, topics: [] })).status]).toEqual([202, 400]);
      await platform.settled();
      const { items } = (await call('GET', '/registration/siegen/newcomers')).body as { items: object[] };
      expect(items).toContainEqual(expect.objectContaining({ givenName: 'Amal', topics: ['school'] }));
    });
  });

  describe('the open form', () => {
    const form = { givenName: 'Walid', familyName: 'Kovalenko', phone: '0271 55500024' };
    const send = (body: object) => platform.call('POST', '/registration/siegen/interests', { body });

    it('answers 202 to whoever is known like to whoever is new, until one address has sent enough', async () => {
      const answers = [await send(form), await send(form), await send({ ...form, givenName: 'Ines' })];
      for (const { status, body } of answers) expect([status, body]).toEqual([202, { status: 'accepted' }]);
      expect(problemOf(await send({ ...form, phone: undefined }))).toEqual(problem(400, 'invalid-input'));
      const nowhere = await platform.call('POST', '/registration/nowhere/interests', { body: form });
      expect(problemOf(nowhere)).toEqual(problem(404, 'not-found'));
      const before = await head();
      const limited = await send(form);
      expect(problemOf(limited)).toEqual(problem(429, 'too-many-requests'));
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await head()).toBe(before);
      expect((await call('POST', volunteers, rosa)).status).toBe(201);
    });
  });

  describe('after a restart', () => {
    it('answers a repeated Idempotency-Key like the first time', async () => {
      const key = { 'idempotency-key': 'over-a-restart' };
      const first = await call('POST', volunteers, rosa, key);
      await platform.restart();
      const again = await call('POST', volunteers, rosa, key);
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      const other = await call('POST', volunteers, { ...rosa, givenName: 'Ines' }, key);
      expect(problemOf(other)).toEqual(problem(422, 'idempotency-key-reused'));
      const shown = await call('GET', `${volunteers}/${first.body.id}?after=${first.body.position}`);
      expect(shown.body).toMatchObject({ givenName: 'Rosa', revision: 0 });
    });
  });

  it('keeps no name, address, number or note in clear in any file', async () => {
    const secrets = {
      givenName: 'Klarname',
      familyName: 'Geheimrat',
      email: 'klar.name@example.org',
      phone: '0271 99988877',
    };
    const note = 'Vertrauliches aus der Sprechstunde';
    const { id } = await register(secrets);
    await call('PATCH', `${volunteers}/${id}`, { familyName: 'Geheimniss' });
    await call('POST', '/registration/siegen/newcomers', { ...secrets, householdSize: 1, languages: ['ar'], note });
    const csv = 'Vorname;Nachname;E-Mail;Interesse seit\nRosterklar;Rostergeheim;roster.klar@example.org;06.01.2015\n';
    const { body } = await platform.call('POST', '/registration/siegen/imports/volunteers', {
      token: coordinator,
      csv,
    });
    await platform.eventually(async () =>
      expect((await call('GET', `/registration/siegen/imports/${body.id}`)).body.state).toBe('done'),
    );
    await platform.settled();
    const roster = ['Rosterklar', 'Rostergeheim', 'roster.klar@example.org'];
    const needles = [...Object.values(secrets), 'Geheimniss', note, ...roster, rosa.familyName, rosa.email, 'الأحمد'];
    expect(filesHolding(platform.folder, needles)).toEqual([]);
    expect(filesHolding(platform.folder, [id]).length).toBeGreaterThan(0);
  });
});
