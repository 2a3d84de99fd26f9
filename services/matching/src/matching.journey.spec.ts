import { matching as contracts, registration, training } from '@lotsennetz/contracts';
import {
  day,
  hashCollection,
  instant,
  TenantScope,
  type ContractEvent,
  type EventId,
  type StreamName,
  type TenantId,
} from '@lotsennetz/kernel';
import { hashToken } from '@lotsennetz/platform';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { matching } from './index.js';

/** A tenant of its own for each test, on one platform. */
let tenant = '';
let tenants = 0;
const revisions = new Map<string, number>();

/** A contract event as the publishing service would send it. */
function published(type: string, stream: string, data: object, happenedOn = '2015-04-01'): ContractEvent {
  const revision = revisions.get(stream) ?? 0;
  revisions.set(stream, revision + 1);
  return {
    id: randomUUID() as EventId,
    type,
    stream: stream as StreamName,
    revision,
    recordedAt: instant('2015-04-01T08:00:00.000Z'),
    happenedOn: day(happenedOn),
    tenant: tenant as TenantId,
    correlationId: 'test',
    data,
  };
}

describe('matching over HTTP', () => {
  let platform: TestDeployment;
  const tokens = { office: '', trainer: '' };

  const tell = async (topic: 'registration' | 'training', ...events: ContractEvent[]) => {
    await platform.service('matching').bus.publish(topic, events);
    await platform.settled();
  };
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    platform.call(method, `/matching/${tenant}${path}`, { body, token: tokens.office, headers });

  const profile = {
    languages: ['de', 'ar'],
    topics: ['health', 'forms'],
    availability: ['mon-morning', 'tue-morning'],
    capacity: 1,
    gender: 'female',
    postalCode: '57072',
    town: 'Siegen',
    maxDistanceKm: 20,
  };
  const of = (volunteerId: string) => `registration.volunteer-${tenant}_${volunteerId}`;
  const say = (type: string, volunteerId: string, data: object = {}) =>
    published(type, of(volunteerId), { volunteerId, ...data });
  const certified = (volunteerId: string) =>
    published(training.certificateIssued.type, `training.course-${tenant}_${volunteerId}`, {
      courseId: 'c',
      courseCode: 'SI-1',
      courseTitle: 'Lotsen',
      volunteerId,
      certificateId: 'SI-1-01',
      number: 'SI-1-01',
    });

  /** A volunteer who may be proposed; the certificate comes first, as it may. */
  async function volunteer(change: object = {}): Promise<string> {
    const id = randomUUID();
    await tell('training', certified(id));
    await tell(
      'registration',
      say(registration.interestRegistered.type, id, { givenName: 'Rosa', familyName: 'N', ...profile, ...change }),
      say(registration.volunteerAccepted.type, id),
    );
    return id;
  }
  const request = async (change: object = {}) => {
    const body = { languages: ['ar'], topics: ['health'], town: 'Siegen', receivedOn: '2015-05-02', ...change };
    return (await call('POST', '/requests', body)).body;
  };
  const compute = async (body: object = { on: '2015-05-10' }) => {
    const answer = await call('POST', '/proposals/compute', body);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const proposalFor = async (requestId: string) => {
    await platform.settled();
    return (await call('GET', `/proposals?requestId=${requestId}`)).body.items.at(-1);
  };
  const leave = (volunteerId: string) => tell('registration', say(registration.volunteerLeft.type, volunteerId));

  beforeAll(async () => {
    platform = await startForTest([matching]);
  });
  afterAll(() => platform.close());
  beforeEach(async () => {
    tenant = `siegen-${++tenants}`;
    Object.assign(tokens, { office: `office-of-${tenant}`, trainer: `trainer-of-${tenant}` });
    const founded = { name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' };
    await tell(
      'registration',
      published(registration.tenantFounded.type, `registration.tenant-${tenant}_${tenant}`, founded),
      ...Object.entries(tokens).map(([name, token]) =>
        published(registration.tokenCreated.type, `registration.token-${tenant}_${name}`, {
          tokenId: name,
          tokenHash: hashToken(token),
          role: name === 'office' ? 'coordinator' : 'trainer',
        }),
      ),
    );
  });

  it('proposes with reasons, is confirmed and accompanies the household to the end', async () => {
    const volunteerId = await volunteer();
    const { id: requestId } = await request({ postalCode: '57223', town: 'Kreuztal', note: 'third floor' });
    const computed = await compute();
    expect(computed).toMatchObject({ computed: 1, kept: 0, made: 1, expired: 0, unmatched: [] });
    const { body: shown } = await call('GET', `/proposals?status=open&after=${computed.position}`);
    const [proposal] = shown.items;
    expect(proposal).toMatchObject({ requestId, volunteerId, status: 'open', madeOn: '2015-05-10' });
    expect(proposal.reasons).toContainEqual(expect.objectContaining({ code: 'shared-language', values: ['ar'] }));
    expect(proposal.reasons).toContainEqual(expect.objectContaining({ code: 'distance', km: expect.any(Number) }));

    const on = { on: '2015-05-12' };
    expect((await call('POST', `/proposals/${proposal.id}/accept`, on)).status).toBe(200);
    const confirmed = await call('POST', `/proposals/${proposal.id}/confirm`, on);
    expect(confirmed.status).toBe(200);
    const again = await call('POST', `/proposals/${proposal.id}/confirm`, on);
    expect([again.status, again.body]).toEqual([200, confirmed.body]);

    const { placementId } = confirmed.body;
    const visit = { on: '2015-05-20', minutes: 90, note: 'doctor' };
    for (const _ of [1, 2])
      expect(
        (await call('POST', `/placements/${placementId}/visits`, visit, { 'idempotency-key': 'visit-1' })).status,
      ).toBe(201);
    const ended = await call('POST', `/placements/${placementId}/end`, { on: '2015-07-01', reason: 'done' });
    const placement = await call('GET', `/placements/${placementId}?after=${ended.body.position}`);
    expect(placement.body).toMatchObject({
      requestId,
      volunteerId,
      status: 'ended',
      minutes: 90,
      visits: [{ on: '2015-05-20', minutes: 90, note: 'doctor' }],
    });
    const shownRequest = await call('GET', `/requests/${requestId}`);
    expect(shownRequest.body).toMatchObject({ status: 'ended', note: 'third floor', placementId });

    const history = JSON.stringify(await platform.service('matching').eventStore.readAll({}));
    for (const personal of ['third floor', 'doctor', 'Rosa']) expect(history).not.toContain(personal);
  });

  it('carries an ended placement on with a request that knows who was there before', async () => {
    const before = await volunteer();
    const { id: first, position } = await request({ receivedOn: undefined });
    const again = (follows: string) =>
      call('POST', '/requests', { languages: ['ar'], topics: ['health'], town: 'Siegen', follows });
    const tooEarly = await again(first);
    expect([tooEarly.status, tooEarly.body.code]).toEqual([409, 'placement-not-ended']);
    const unknown = await again('01912f00-0000-7000-8000-000000000000');
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown-earlier-request']);
    expect((await call('GET', `/requests/${first}/explanation?after=${position}`)).body.leftOut).toEqual([]);

    await compute({});
    const { placementId } = (await call('POST', `/proposals/${(await proposalFor(first)).id}/confirm`, {})).body;
    await platform.settled();
    expect((await call('POST', `/placements/${placementId}/end`, { reason: 'conflict' })).status).toBe(200);
    const rematch = await again(first);
    expect(rematch.status).toBe(201);
    const earlierPlacements = [{ placementId, volunteerId: before, reason: 'conflict' }];
    const { body: followers } = await call('GET', `/requests?follows=${first}&after=${rematch.body.position}`);
    expect(followers.items).toMatchObject([
      {
        ...{ id: rematch.body.id, about: first, follows: first, earlierPlacements },
        whyNot: { code: 'no-candidate', accompaniedBefore: 1 },
      },
    ]);
    expect(await compute({})).toMatchObject({ computed: 1, made: 0 });
    const other = await volunteer({ postalCode: '57223', town: 'Kreuztal', topics: ['health'] });
    expect(await compute({})).toMatchObject({ made: 1 });
    expect(await proposalFor(rematch.body.id)).toMatchObject({ volunteerId: other });
    const { body: explained } = await call('GET', `/requests/${rematch.body.id}/explanation`);
    expect(explained).toMatchObject({ leftOut: earlierPlacements, draft: { volunteerId: other, alternatives: [] } });

    await platform.service('matching').keys.forget(TenantScope.of(tenant), first);
    const forgotten = await again(first);
    expect([forgotten.status, forgotten.body.code]).toEqual([410, 'subject-forgotten']);
  });

  it('publishes each fact once and nothing of the places', async () => {
    await volunteer();
    const { id: requestId } = await request();
    await compute();
    await call('POST', `/proposals/${(await proposalFor(requestId)).id}/confirm`, {});
    await platform.settled();
    const seen: string[] = [];
    const stop = new AbortController();
    const consumed = platform.service('matching').bus.consume({
      topic: 'matching',
      group: 'journey',
      signal: stop.signal,
      handle: (batch) => {
        seen.push(...batch.filter((event) => event.tenant === tenant).map((event) => event.type));
        return Promise.resolve();
      },
    });
    const { requestRecorded, proposalMade, placementConfirmed } = contracts;
    await platform.eventually(() => {
      expect(seen).toEqual([requestRecorded.type, proposalMade.type, placementConfirmed.type]);
      return Promise.resolve();
    });
    stop.abort();
    await consumed;
  });

  it('computes twice without a change and makes nothing', async () => {
    await volunteer({ capacity: 2 });
    await request();
    await request({ urgency: 'high' });
    expect(await compute()).toMatchObject({ made: 2 });
    expect(await compute()).toMatchObject({ kept: 2, made: 0, expired: 0 });
  });

  it('counts open proposals against capacity and says why others get nobody', async () => {
    await volunteer();
    await request({ urgency: 'immediate' });
    const { id: second } = await request();
    const { id: foreign } = await request({ languages: ['ti'] });
    const { made, unmatched } = await compute();
    expect(made).toBe(1);
    const why = new Map(unmatched.map((each: { requestId: string; whyNot: object }) => [each.requestId, each.whyNot]));
    expect(why.get(second)).toMatchObject({ code: 'too-few-places', requests: 2, places: 1 });
    expect(why.get(foreign)).toMatchObject({ code: 'no-candidate', removed: { language: 1 } });
    await platform.settled();
    expect((await call('GET', `/requests/${foreign}`)).body.whyNot).toMatchObject({ code: 'no-candidate' });
  });

  it('explains at once what a computation would do, and who is missing most', async () => {
    const draftOf = async (id: string, after: string) =>
      (await call('GET', `/requests/${id}/explanation?after=${after}`)).body.draft;
    const near = await volunteer();
    // Of today: who has waited for years is as urgent as anybody.
    const ofToday = { receivedOn: undefined };
    const { id: first, position } = await request(ofToday);
    expect(await draftOf(first, position)).toMatchObject({ kind: 'matched', volunteerId: near, alternatives: [] });
    const urgent = await request({ ...ofToday, urgency: 'immediate' });
    expect(await draftOf(urgent.id, urgent.position)).toMatchObject({ kind: 'matched', volunteerId: near });
    expect(await draftOf(first, urgent.position)).toMatchObject({
      kind: 'unmatched',
      whyNot: { code: 'too-few-places', requests: 2, places: 1, volunteerIds: [near] },
    });
    const shortages = await call('GET', '/shortages');
    expect(shortages.body.items).toMatchObject([
      {
        ...{ language: 'ar', area: 'Siegen', topic: 'health', unmatched: 1, volunteerId: near, coversOneMore: true },
        sharing: { language: 'ar', area: 'Siegen', topic: 'health', requests: 2, places: 1 },
      },
    ]);
    // Only a computation records.
    expect((await call('GET', '/proposals')).body.items).toEqual([]);

    const withdrawn = await call('POST', `/requests/${urgent.id}/withdraw`, {});
    expect(await draftOf(first, withdrawn.body.position)).toMatchObject({ kind: 'matched', volunteerId: near });
    expect(await draftOf(urgent.id, withdrawn.body.position)).toBeNull();
    await leave(near);
    expect(await draftOf(first, withdrawn.body.position)).toMatchObject({
      kind: 'unmatched',
      whyNot: { code: 'no-candidate', volunteers: 0 },
    });
    expect((await call('GET', '/requests/01912f00-0000-7000-8000-000000000000/explanation')).status).toBe(404);
  });

  it('shows on a map where a request and its candidates are, and who has no known place', async () => {
    const near = await volunteer();
    const far = await volunteer({ postalCode: '57223', town: 'Kreuztal' });
    const somewhere = await volunteer({ postalCode: undefined, town: 'Nirgendwo' });
    const { id, position } = await request({ receivedOn: undefined, postalCode: '57072' });
    const map = async (path: string) => (await call('GET', `/requests/${path}`)).body;
    const { at, volunteers, towns } = await map(`${id}/map?after=${position}`);
    expect(at).toEqual({ lat: 50.876, lon: 8.019 });
    expect(new Set(volunteers)).toEqual(
      new Set([
        { volunteerId: near, town: 'Siegen', at, km: 0 },
        { volunteerId: far, town: 'Kreuztal', at: { lat: 50.969, lon: 7.988 }, km: 10.6 },
      ]),
    );
    expect(towns).toContainEqual({ name: 'Netphen', lat: 50.914, lon: 8.1 });
    const nowhere = await request({ town: 'Nirgendwo' });
    expect(await map(`${nowhere.id}/map?after=${nowhere.position}`)).toEqual({
      ...{ at: null, towns: [] },
      volunteers: [{ volunteerId: somewhere, town: 'Nirgendwo', at: null, km: null }],
    });
    expect((await call('GET', '/requests/01912f00-0000-7000-8000-000000000000/map')).status).toBe(404);
  });

  it('weighs as the tenant has set, in proposals and in the draft', async () => {
    const near = await volunteer({ topics: ['health'] });
    const fitting = await volunteer({ postalCode: '57223', town: 'Kreuztal' });
    const asked = { topics: ['health', 'forms'], postalCode: '57072', availability: ['mon-morning', 'tue-morning'] };
    const { id: requestId, position } = await request(asked);
    const drafted = async (after: string) =>
      (await call('GET', `/requests/${requestId}/explanation?after=${after}`)).body.draft.volunteerId;
    expect(await drafted(position)).toBe(fitting);
    const shown = await call('GET', '/weights');
    expect(shown.body).toMatchObject({ setOn: null, revision: null, weights: { kmPoints: { value: 2, default: 2 } } });

    const set = await call('PUT', '/weights', { kmPoints: 200 });
    expect(set.status).toBe(200);
    expect(await drafted(set.body.position)).toBe(near);
    const { body: now } = await call('GET', `/weights?after=${set.body.position}`);
    expect(now).toMatchObject({
      revision: 0,
      weights: { kmPoints: { value: 200, default: 2 }, bandPoints: { value: 50 } },
    });
    expect(now.weights.kmPoints.reason).toMatch(/band/);
    await compute();
    expect(await proposalFor(requestId)).toMatchObject({ volunteerId: near });

    const { body: back } = await call('PUT', '/weights', {});
    expect(await drafted(back.position)).toBe(fitting);
    const stale = await call('PUT', '/weights', { kmPoints: 3 }, { 'if-match': '"0"' });
    expect(stale.status).toBe(412);
    for (const bad of [
      { kmPoints: -1 },
      { agingDays: 0 },
      { kmPoints: 1.5 },
      { kmPoints: '2' },
      { kmPoints: null },
      { beauty: 3 },
    ])
      expect([bad, (await call('PUT', '/weights', bad)).status]).toEqual([bad, 400]);
    const byTrainer = { body: { kmPoints: 3 }, token: tokens.trainer };
    expect((await platform.call('PUT', `/matching/${tenant}/weights`, byTrainer)).status).toBe(403);
  });

  it('refuses a stale If-Match and takes no place for it', async () => {
    await volunteer();
    const { id: requestId } = await request();
    await compute();
    const { id, revision } = await proposalFor(requestId);
    const seen = { 'if-match': `"${revision}"` };
    expect((await call('POST', `/proposals/${id}/accept`, {}, seen)).status).toBe(200);
    const stale = await call('POST', `/proposals/${id}/confirm`, {}, seen);
    expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
    const { revision: newer } = await proposalFor(requestId);
    const confirmed = await call('POST', `/proposals/${id}/confirm`, {}, { 'if-match': `"${newer}"` });
    expect(confirmed.status).toBe(200);
  });

  it('computes once at a time', async () => {
    await volunteer();
    await request();
    const answers = await Promise.all([1, 2, 3].map(() => call('POST', '/proposals/compute', {})));
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'compute-running'));
    await platform.settled();
    expect((await call('GET', '/proposals')).body.items).toHaveLength(1);
  });

  it('never proposes again whom somebody has declined', async () => {
    const first = await volunteer();
    const { id: requestId } = await request();
    await compute();
    const proposal = await proposalFor(requestId);
    expect(proposal.volunteerId).toBe(first);
    expect((await call('POST', `/proposals/${proposal.id}/decline`, { on: '2015-05-11' })).status).toBe(200);
    expect(await compute({ on: '2015-05-12' })).toMatchObject({ made: 0, unmatched: [{ requestId }] });
    const other = await volunteer();
    await compute({ on: '2015-05-13' });
    expect((await proposalFor(requestId)).volunteerId).toBe(other);
  });

  it('gives the last place to exactly one of two coordinators', async () => {
    const volunteerId = await volunteer({ capacity: 2 });
    const ids = [(await request()).id, (await request()).id];
    await compute();
    const proposals = await Promise.all(ids.map(proposalFor));
    const { volunteerProfileChanged } = registration;
    await tell('registration', say(volunteerProfileChanged.type, volunteerId, { capacity: 1 }));
    const answers = await Promise.all(proposals.map(({ id }) => call('POST', `/proposals/${id}/confirm`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('capacity-full');
    const winner = answers.findIndex(({ status }) => status === 200);
    const { placementId } = answers[winner]!.body;
    await call('POST', `/placements/${placementId}/end`, { reason: 'done' });
    const second = await call('POST', `/proposals/${proposals[1 - winner].id}/confirm`, {});
    expect(second.status).toBe(200);
  });

  it('confirms once, however many coordinators press the button', async () => {
    await volunteer();
    const { id: requestId } = await request();
    await compute();
    const { id } = await proposalFor(requestId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('POST', `/proposals/${id}/confirm`, {})));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    await platform.settled();
    expect((await call('GET', '/placements')).body.items).toHaveLength(1);
  });

  it('expires what is open when the volunteer pauses, and an agreement only when the volunteer leaves', async () => {
    const pausing = await volunteer();
    const { id: open } = await request();
    await compute();
    await tell('registration', say(registration.volunteerPaused.type, pausing));
    expect(await compute()).toMatchObject({ made: 0, expired: 1 });
    expect(await proposalFor(open)).toMatchObject({ status: 'expired', expiredBecause: 'volunteer-unavailable' });

    await tell('registration', say(registration.volunteerResumed.type, pausing));
    await compute();
    const { id: agreed } = await proposalFor(open);
    await call('POST', `/proposals/${agreed}/accept`, {});
    await tell('registration', say(registration.volunteerPaused.type, pausing));
    expect(await compute({})).toMatchObject({ kept: 1, expired: 0 });
    const refused = await call('POST', `/proposals/${agreed}/confirm`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'volunteer-unavailable']);
    await leave(pausing);
    expect(await compute({})).toMatchObject({ kept: 0, expired: 1 });
  });

  it('proposes nobody without acceptance and certificate', async () => {
    const id = randomUUID();
    await tell('registration', say(registration.interestRegistered.type, id, profile));
    await request();
    expect(await compute()).toMatchObject({ made: 0 });
    await tell('registration', say(registration.volunteerAccepted.type, id));
    expect(await compute()).toMatchObject({ made: 0 });
    await tell('training', certified(id));
    expect(await compute()).toMatchObject({ made: 1 });
  });

  it('ends a proposal with the request it is for', async () => {
    await volunteer();
    const { id } = await request();
    await compute();
    expect((await call('POST', `/requests/${id}/withdraw`, {})).status).toBe(200);
    expect((await call('POST', `/requests/${id}/withdraw`, {})).status).toBe(200);
    const proposal = await proposalFor(id);
    expect(proposal).toMatchObject({ status: 'expired', expiredBecause: 'request-withdrawn' });
    const late = await call('POST', `/proposals/${proposal.id}/confirm`, {});
    expect([late.status, late.body.code]).toEqual([409, 'proposal-closed']);
  });

  it('imports a list, all or nothing, and a mended list doubles nothing', async () => {
    const example = new URL('../../../examples/siegen-kreuztal-2015/siegen/anfragen.csv', import.meta.url);
    const csv = readFileSync(example, 'utf8');
    const send = (text: string) =>
      platform.call('POST', `/matching/${tenant}/imports/requests`, { csv: text, token: tokens.office });
    const broken = await send(csv.replace('23.04.2015', '31.02.2015'));
    expect([broken.status, broken.body.code]).toEqual([422, 'import-rejected']);
    expect(broken.body.errors).toEqual([expect.objectContaining({ line: 2, column: 'Eingang am' })]);
    expect((await call('GET', '/requests')).body.items).toEqual([]);

    const total = csv.trim().split('\n').length - 1;
    const mended = csv.replace('SI-001;Schule;2;uk,en', 'SI-001;Moschee;2;uk');
    for (const text of [csv, csv, mended]) {
      const { body } = await send(text);
      await platform.eventually(async () =>
        expect((await call('GET', `/imports/${body.id}`)).body).toMatchObject({ state: 'done', total }),
      );
      await platform.settled();
      expect((await call('GET', '/requests?limit=200')).body.items).toHaveLength(total);
    }
    const { items } = (await call('GET', '/requests?limit=200')).body;
    const first = items.find((item: { code: string }) => item.code === 'SI-001');
    expect(first).toMatchObject({ languages: ['uk'], askedBy: 'other', organisation: 'Moschee', urgency: 'high' });
  });

  it('shows notes to the office only, and asks for the right role', async () => {
    const { id } = await request({ note: 'third floor', organisation: 'neighbour' });
    await platform.settled();
    const read = await platform.call('GET', `/matching/${tenant}/requests/${id}`, { token: tokens.trainer });
    expect(read.status).toBe(200);
    expect(read.body).not.toHaveProperty('note');
    expect(read.body).not.toHaveProperty('organisation');
    const write = await platform.call('POST', `/matching/${tenant}/proposals/compute`, { token: tokens.trainer });
    expect(write.status).toBe(403);
  });

  it.each([
    ['POST', '/requests', { languages: [], topics: ['health'] }, 400],
    ['POST', '/requests', { languages: ['ar'], topics: ['health'], receivedOn: '2999-01-01' }, 400],
    ['POST', '/requests', { languages: ['ar'], topics: ['magic'] }, 400],
    ['POST', '/requests', { languages: ['ar'], topics: ['health'], code: 'Frau Muster' }, 400],
    ['POST', '/requests', undefined, 400],
    ['POST', '/proposals/compute', { on: '2999-01-01' }, 400],
    ['POST', '/placements/01912f00-0000-7000-8000-000000000000/visits', { minutes: 0 }, 400],
    ['POST', '/placements/01912f00-0000-7000-8000-000000000000/visits', { minutes: 30 }, 404],
    ['POST', '/placements/01912f00-0000-7000-8000-000000000000/end', { reason: 'tired' }, 400],
    ['POST', `/proposals/${'0'.repeat(36)}/accept`, {}, 404],
    ['POST', '/proposals/01912f00-0000-7000-8000-000000000000/confirm', {}, 404],
    ['POST', '/placements/01912f00-0000-7000-8000-000000000000/end', { reason: 'done' }, 404],
    ['POST', '/requests/01912f00-0000-7000-8000-000000000000/withdraw', {}, 404],
    ['GET', '/requests/01912f00-0000-7000-8000-000000000000', undefined, 404],
  ])('refuses %s %s %j with %i and records nothing', async (method, path, body, status) => {
    const before = await platform.service('matching').eventStore.head();
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await platform.service('matching').eventStore.head()).toBe(before);
  });

  it('refuses a running number that is taken', async () => {
    await request({ code: 'SI-900' });
    const second = await call('POST', '/requests', { code: 'si-900', languages: ['fa'], topics: ['work'] });
    expect([second.status, second.body.code]).toEqual([409, 'code-taken']);
  });

  // Last, so that it looks at all that the others have left.
  it('shows the same in every view when it is built anew', async () => {
    await platform.settled();
    const { views, readModels } = platform.service('matching');
    for (const { name } of matching.projections) {
      const before = await hashCollection(readModels, views.collection(name));
      const { collection } = await views.rebuild(name);
      expect([name, await hashCollection(readModels, collection)]).toEqual([name, before]);
    }
  });
});
