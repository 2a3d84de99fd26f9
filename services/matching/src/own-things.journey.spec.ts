import { registration, training } from '@lotsennetz/contracts';
import {
  day,
  deriveId,
  instant,
  TenantScope,
  type ContractEvent,
  type EventId,
  type Instant,
  type StreamName,
} from '@lotsennetz/kernel';
import { hashToken, signProposalLink } from '@lotsennetz/platform';
import { personOfHeader, startForTest, type Answer, type TestDeployment } from '@lotsennetz/platform/testing';
import { randomUUID } from 'node:crypto';
import { matching } from './index.js';

const identityOf = (name: string) => deriveId('identity', 'test', name);
const idOf = (name: string) => deriveId('example', name);
const scope = TenantScope.of('siegen');

/** What registration and training have published. */
function published(type: string, subject: string, data: object, tenant = 'siegen'): ContractEvent {
  const [service] = type.split('.');
  return {
    id: randomUUID() as EventId,
    type,
    // A stream of its own each, so that none has to be counted.
    stream: `${service ?? ''}.example-${tenant}_${subject}-${randomUUID()}` as StreamName,
    revision: 0,
    recordedAt: instant('2015-04-01T08:00:00.000Z'),
    happenedOn: day('2015-04-01'),
    tenant: TenantScope.of(tenant).tenant,
    correlationId: 'test',
    data,
  };
}

function founded(tenant: string): readonly ContractEvent[] {
  const token = { tokenId: tenant, tokenHash: hashToken(`office-of-${tenant}`), role: 'coordinator' };
  return [
    published(
      registration.tenantFounded.type,
      tenant,
      { name: tenant, kind: 'municipality', timeZone: 'Europe/Berlin' },
      tenant,
    ),
    published(registration.tokenCreated.type, tenant, token, tenant),
  ];
}

function account(name: string, role: 'volunteer' | 'newcomer'): ContractEvent {
  const membership = { membershipId: idOf(`member-${name}`), identity: identityOf(name) };
  return published(registration.membershipGranted.type, name, { ...membership, roles: [role], subjectId: idOf(name) });
}

const profile = {
  languages: ['de', 'ar'],
  topics: ['health'],
  availability: ['mon-morning'],
  capacity: 1,
  gender: 'female',
  postalCode: '57072',
  town: 'Siegen',
};

describe('what volunteers and households see and do of their own, over HTTP', () => {
  let platform: TestDeployment;

  beforeAll(async () => {
    platform = await startForTest([matching], { callerFinders: [personOfHeader] });
    await tell(...founded('siegen'), ...founded('kreuztal'));
    await tell(account('rosa', 'volunteer'), account('emre', 'volunteer'));
    await tell(account('walid', 'newcomer'), account('olena', 'newcomer'));
  });
  afterAll(() => platform.close());
  afterEach(async () => {
    await platform.settled();
    const { body: left } = await call('GET', '/requests?status=open');
    for (const { id } of left.items as { readonly id: string }[]) await call('POST', `/requests/${id}/withdraw`);
  });

  const tell = async (...events: ContractEvent[]) => {
    for (const event of events)
      await platform.service('matching').bus.publish(event.type.split('.')[0] as 'registration', [event]);
    await platform.settled();
  };
  const call = (method: string, path: string, body?: unknown) =>
    platform.call(method, `/matching/siegen${path}`, { body, token: 'office-of-siegen' });
  const as = (name: string, method: string, path: string, body?: unknown) =>
    platform.call(method, `/matching/siegen${path}`, {
      body,
      headers: { 'x-test-person': `${identityOf(name)} one-factor` },
    });
  const anybody = (method: string, path: string, body?: unknown, tenant = 'siegen') =>
    platform.call(method, `/matching/${tenant}${path}`, { body });
  const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
  const linkTo = (proposalId: string, now: Instant = platform.service('matching').clock.now()) =>
    signProposalLink(platform.service('matching').keys, scope, { proposalId, now });

  const available = (name: string) => {
    const volunteerId = idOf(name);
    const certificate = { courseId: 'c', courseCode: 'SI-1', courseTitle: 'Lotsen', certificateId: 'SI-1-01' };
    return tell(
      published(registration.interestRegistered.type, name, {
        volunteerId,
        givenName: 'R',
        familyName: 'N',
        ...profile,
      }),
      published(registration.volunteerAccepted.type, name, { volunteerId }),
      published(training.certificateIssued.type, name, { volunteerId, ...certificate, number: 'SI-1-01' }),
    );
  };
  const gone = (name: string) => tell(published(registration.volunteerPaused.type, name, { volunteerId: idOf(name) }));
  const back = (name: string) => tell(published(registration.volunteerResumed.type, name, { volunteerId: idOf(name) }));

  /** A proposal of a new request to the one volunteer who is at work. */
  async function proposed(): Promise<{ readonly requestId: string; readonly proposalId: string }> {
    const body = {
      languages: ['ar'],
      topics: ['health'],
      town: 'Siegen',
      householdSize: 3,
      note: 'Third floor, no lift',
    };
    const { body: request } = await call('POST', '/requests', body);
    expect((await call('POST', '/proposals/compute', {})).body).toMatchObject({ made: 1 });
    await platform.settled();
    const { body: list } = await call('GET', `/proposals?requestId=${request.id as string}`);
    return { requestId: request.id as string, proposalId: list.items.at(-1).id as string };
  }

  it('a volunteer sees and answers the own proposals, and nobody else’s', async () => {
    await available('rosa');
    const { proposalId } = await proposed();
    const { body } = await as('rosa', 'GET', '/me/proposals');
    const about = { topics: ['health'], languages: ['ar'], availability: [], kind: 'one-off', town: 'Siegen' };
    expect(body).toEqual({
      items: [{ id: proposalId, status: 'open', madeOn: expect.any(String), about }],
      next: null,
    });
    expect((await as('emre', 'GET', '/me/proposals')).body).toEqual({ items: [], next: null });
    const unknown = await as('emre', 'POST', `/me/proposals/${randomUUID()}/accept`);
    for (const answer of ['accept', 'decline']) {
      const theirs = await as('emre', 'POST', `/me/proposals/${proposalId}/${answer}`);
      expect([theirs.status, theirs.body]).toEqual([404, unknown.body]);
    }
    const done = await as('rosa', 'POST', `/me/proposals/${proposalId}/accept`);
    expect(done.status).toBe(200);
    const after = await as('rosa', 'GET', `/me/proposals?after=${done.body.position as string}`);
    expect(after.body.items).toMatchObject([{ status: 'accepted' }]);
    expect((await as('rosa', 'POST', `/me/proposals/${proposalId}/decline`)).status).toBe(200);
    expect(codeOf(await as('rosa', 'POST', `/me/proposals/${proposalId}/accept`))).toEqual([409, 'proposal-closed']);
    await gone('rosa');
  });

  it('a volunteer logs visits of the own placements, without seeing what the office notes', async () => {
    await available('emre');
    const { requestId, proposalId } = await proposed();
    await as('emre', 'POST', `/me/proposals/${proposalId}/accept`);
    const { body: confirmed } = await call('POST', `/proposals/${proposalId}/confirm`);
    const placementId = confirmed.placementId as string;
    await call('POST', `/placements/${placementId}/visits`, { minutes: 30, note: 'Die Familie ist überfordert' });
    const logged = await as('emre', 'POST', `/me/placements/${placementId}/visits`, { minutes: 90, note: 'Arzt' });
    expect(logged.status).toBe(201);
    const { body } = await as('emre', 'GET', `/me/placements?after=${logged.body.position as string}`);
    expect(body.items).toMatchObject([
      { id: placementId, status: 'running', minutes: 120, about: { topics: ['health'], householdSize: 3 } },
    ]);
    expect(body.items[0].visits).toEqual([
      { id: expect.any(String), on: expect.any(String), minutes: 30 },
      { id: logged.body.id, on: expect.any(String), minutes: 90 },
    ]);
    for (const hidden of ['überfordert', 'Arzt', 'Third floor', requestId])
      expect(JSON.stringify(body)).not.toContain(hidden);
    expect((await as('rosa', 'GET', '/me/placements')).body.items).toEqual([]);
    const visit = { minutes: 5 };
    const unknown = await as('rosa', 'POST', `/me/placements/${randomUUID()}/visits`, visit);
    const theirs = await as('rosa', 'POST', `/me/placements/${placementId}/visits`, visit);
    expect([theirs.status, theirs.body]).toEqual([404, unknown.body]);
    await gone('emre');
  });

  it('a household asks for help and takes it back, and no other household does', async () => {
    const wish = {
      languages: ['ar'],
      topics: ['school'],
      note: 'Meine Tochter kommt in die Schule',
      genderWish: 'female',
    };
    const asked = await as('walid', 'POST', '/me/requests', wish);
    expect(asked.status).toBe(201);
    const id = asked.body.id as string;
    const { body } = await as('walid', 'GET', `/me/requests?after=${asked.body.position as string}`);
    expect(body.items).toEqual([
      {
        ...{ id, status: 'open', receivedOn: expect.any(String), kind: 'one-off' },
        ...{ topics: ['school'], languages: ['ar'], availability: [], genderWish: 'female' },
      },
    ]);
    const { body: seen } = await call('GET', `/requests/${id}`);
    expect(seen).toMatchObject({ newcomerId: idOf('walid'), askedBy: 'self', urgency: 'normal', note: wish.note });
    expect((await as('olena', 'GET', '/me/requests')).body.items).toEqual([]);
    const unknown = await as('olena', 'POST', `/me/requests/${randomUUID()}/withdraw`);
    const theirs = await as('olena', 'POST', `/me/requests/${id}/withdraw`);
    expect([theirs.status, theirs.body]).toEqual([404, unknown.body]);
    const done = await as('walid', 'POST', `/me/requests/${id}/withdraw`);
    expect((await as('walid', 'GET', `/me/requests?after=${done.body.position as string}`)).body.items).toMatchObject([
      { id, status: 'withdrawn' },
    ]);
    const urgent = await as('walid', 'POST', '/me/requests', { ...wish, urgency: 'immediate' });
    expect([urgent.status, urgent.body.errors]).toEqual([400, [expect.objectContaining({ field: 'urgency' })]]);
  });

  it('a link in a mail shows what it is about without acting, and answers when told to', async () => {
    await back('rosa');
    const { proposalId } = await proposed();
    const link = await linkTo(proposalId);
    for (const _ of [1, 2]) {
      const shown = await anybody('GET', `/linked-proposal?link=${link}`);
      expect([shown.status, shown.body]).toEqual([
        200,
        {
          ...{ status: 'open', madeOn: expect.any(String), validUntil: expect.any(String) },
          about: { topics: ['health'], languages: ['ar'], availability: [], kind: 'one-off', town: 'Siegen' },
        },
      ]);
    }
    expect((await anybody('POST', '/linked-proposal/accept', { link })).status).toBe(200);
    expect((await anybody('POST', '/linked-proposal/accept', { link })).status).toBe(200);
    await platform.settled();
    expect((await call('GET', `/proposals/${proposalId}`)).body).toMatchObject({ status: 'accepted' });
    expect((await anybody('POST', '/linked-proposal/decline', { link })).status).toBe(200);
    expect(codeOf(await anybody('POST', '/linked-proposal/accept', { link }))).toEqual([409, 'proposal-closed']);
    await gone('rosa');
  });

  it('a link that was forged, is another tenant’s or leads nowhere is none; an old one says that it has ended', async () => {
    await back('rosa');
    const { proposalId } = await proposed();
    const link = await linkTo(proposalId);
    const foreign = await signProposalLink(platform.service('matching').keys, TenantScope.of('kreuztal'), {
      proposalId,
      now: platform.service('matching').clock.now(),
    });
    const old = await linkTo(proposalId, instant('2015-05-01T08:00:00.000Z'));
    const wrong = [`${link}x`, link.replace(proposalId, randomUUID()), foreign, await linkTo(randomUUID()), 'x'];
    const ways = (each: string, tenant?: string) => [
      anybody('GET', `/linked-proposal?link=${encodeURIComponent(each)}`, undefined, tenant),
      anybody('POST', '/linked-proposal/accept', { link: each }, tenant),
      anybody('POST', '/linked-proposal/decline', { link: each }, tenant),
    ];
    const { body: nothing } = await anybody('GET', '/linked-proposal?link=x');
    for (const each of wrong)
      for (const way of ways(each)) expect(await way).toMatchObject({ status: 404, body: nothing });
    for (const way of ways(link, 'kreuztal')) expect(await way).toMatchObject({ status: 404, body: nothing });
    for (const way of ways(old)) expect(codeOf(await way)).toEqual([410, 'link-expired']);
    await platform.settled();
    expect((await call('GET', `/proposals/${proposalId}`)).body).toMatchObject({ status: 'open' });
  });

  it('keeps the two roles, the office and strangers apart', async () => {
    const id = randomUUID();
    for (const [method, path, whose] of [
      ['GET', '/me/proposals', 'rosa'],
      ['POST', `/me/proposals/${id}/accept`, 'rosa'],
      ['POST', `/me/proposals/${id}/decline`, 'rosa'],
      ['GET', '/me/placements', 'rosa'],
      ['POST', `/me/placements/${id}/visits`, 'rosa'],
      ['GET', '/me/requests', 'walid'],
      ['POST', '/me/requests', 'walid'],
      ['POST', `/me/requests/${id}/withdraw`, 'walid'],
    ] as const) {
      const body = method === 'POST' ? {} : undefined;
      expect(codeOf(await call(method, path, body))).toEqual([403, 'forbidden']);
      expect(codeOf(await as(whose === 'rosa' ? 'walid' : 'rosa', method, path, body))).toEqual([403, 'forbidden']);
      expect(codeOf(await as('somebody', method, path, body))).toEqual([404, 'not-found']);
      expect((await anybody(method, path, body)).status).toBe(401);
    }
    for (const path of ['/requests', '/proposals', '/placements', '/shortages'])
      for (const who of ['rosa', 'walid']) expect(codeOf(await as(who, 'GET', path))).toEqual([403, 'forbidden']);
  });
});
