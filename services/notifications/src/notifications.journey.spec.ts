import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matching, registration, training } from '@lotsennetz/contracts';
import {
  deriveId,
  instantOf,
  seal,
  TenantScope,
  type ContractEvent,
  type ContractType,
  type DataOfContract,
  type Purpose,
  type Sealed,
} from '@lotsennetz/kernel';
import { readProposalLink } from '@lotsennetz/platform';
import { filesHolding, personOfHeader, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { notifications } from './index.js';

describe('messages over HTTP and as files', () => {
  let platform: TestDeployment;
  const token = 'coordinator-of-siegen';
  const scope = TenantScope.of('siegen');
  const [rosa, emre, nobody] = ['rosa', 'emre', 'nobody'].map((name) => deriveId('volunteer', name)) as [
    string,
    string,
    string,
  ];
  const course = { courseId: deriveId('course', '1'), courseCode: 'SI-1', courseTitle: 'Integrationslotsen' };
  const placement = { placementId: deriveId('p'), requestId: deriveId('r'), volunteerId: rosa };
  const today = new Date().toISOString().slice(0, 10);

  const revisions = new Map<string, number>();
  function published<Of extends { readonly type: ContractType }>(
    contract: Of,
    at: { readonly stream: string; readonly on?: string },
    data: DataOfContract<Of>,
  ): ContractEvent {
    const stream = at.stream as ContractEvent['stream'];
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return {
      id: deriveId('event', stream, String(revision)) as ContractEvent['id'],
      type: contract.type,
      stream,
      revision,
      recordedAt: instantOf(new Date()),
      happenedOn: (at.on ?? today) as ContractEvent['happenedOn'],
      tenant: scope.tenant,
      correlationId: 'test',
      data,
    };
  }
  const publish = (topic: string, ...events: readonly ContractEvent[]) =>
    platform.service('notifications').bus.publish(topic, events);
  const identityOf = (subject: string) => deriveId('identity', subject);
  const asPerson = (subject: string, path: string) =>
    platform.call('GET', `/notifications/siegen${path}`, {
      headers: { 'x-test-person': `${identityOf(subject)} one-factor` },
    });
  const call = (method: string, path = '') => platform.call(method, `/notifications/siegen/messages${path}`, { token });

  async function sealed(subject: string, purpose: Purpose, value: string): Promise<Sealed> {
    const key = await platform.service('notifications').keys.obtain(scope, subject, purpose);
    if (key === 'forgotten') throw new Error('forgotten');
    return seal(scope, key, value, { subject, purpose, origin: 'e/f' });
  }
  async function registered(volunteerId: string, person: { name: string; email?: string; language?: string }) {
    const profile = { languages: ['de'], topics: [], availability: [], capacity: 1, gender: 'unknown' } as const;
    return published(
      registration.interestRegistered,
      { stream: `registration.volunteer-siegen_${volunteerId}` },
      {
        volunteerId,
        ...profile,
        givenName: await sealed(volunteerId, 'name', person.name),
        familyName: await sealed(volunteerId, 'name', 'Nassauer'),
        ...(person.email ? { email: await sealed(volunteerId, 'contact', person.email) } : {}),
        ...(person.language ? { preferredLanguage: person.language } : {}),
      },
    );
  }
  const courseStream = { stream: 'training.course-siegen_1' };
  const mails = () => readdirSync(join(platform.folder, 'mail/siegen')).sort();
  /** The text as people read it, whatever the transfer encoding. */
  const text = (file: string) => decoded(readFileSync(join(platform.folder, 'mail/siegen', file), 'utf8'));

  beforeAll(async () => {
    platform = await startForTest([notifications], {
      callerFinders: [personOfHeader],
      settings: { LOTSENNETZ_PUBLIC_URL: 'https://lotsen.example.org' },
    });
    const access = { stream: 'registration.tenant-siegen_siegen' };
    const tokenHash = createHash('sha256').update(token).digest('hex');
    await publish(
      'registration',
      published(registration.tenantFounded, access, {
        name: 'Stadt Siegen',
        kind: 'municipality',
        timeZone: 'Europe/Berlin',
      }),
      published(registration.tokenCreated, access, { tokenId: deriveId('token'), tokenHash, role: 'coordinator' }),
      ...[rosa, emre].map((subjectId) =>
        published(registration.membershipGranted, access, {
          ...{ membershipId: deriveId('membership', subjectId), identity: identityOf(subjectId) },
          ...{ roles: ['volunteer'], subjectId },
        }),
      ),
      await registered(rosa, { name: 'Rosa', email: 'rosa@example.org' }),
      await registered(emre, { name: 'Emre', email: 'emre@example.org', language: 'en-GB' }),
      await registered(nobody, { name: 'Ines' }),
    );
    await platform.settled();
    await publish(
      'training',
      published(training.volunteerInvited, courseStream, {
        ...course,
        volunteerId: rosa,
        town: 'Siegen',
        startsOn: '2026-10-05' as never,
        startsAt: '18:00',
      }),
      published(training.volunteerEnrolled, courseStream, { ...course, volunteerId: rosa }),
      published(training.volunteerWaitlisted, courseStream, { ...course, volunteerId: emre }),
      published(training.volunteerPromoted, courseStream, { ...course, volunteerId: emre }),
      published(training.volunteerEnrolled, courseStream, { ...course, volunteerId: nobody }),
      published(training.certificateIssued, courseStream, {
        ...course,
        volunteerId: rosa,
        certificateId: deriveId('c'),
        number: 'SI-1-01',
      }),
    );
    await publish(
      'matching',
      published(
        matching.proposalMade,
        { stream: 'matching.request-siegen_1' },
        {
          proposalId: deriveId('proposal'),
          requestId: placement.requestId,
          volunteerId: rosa,
          topics: ['health', 'public-authorities'],
          languages: ['ar'],
        },
      ),
      published(matching.placementConfirmed, { stream: 'matching.request-siegen_1' }, placement),
    );
    await platform.eventually(async () => {
      const { body } = await call('GET', '?limit=200');
      expect(body.items.map((each: { status: string }) => each.status)).toHaveLength(8);
      expect(body.items.some((each: { status: string }) => each.status === 'queued')).toBe(false);
    });
  });
  afterAll(() => platform.close());

  it('writes once for each reason', async () => {
    const { body } = await call('GET', '?status=sent');
    expect(body.items.map((each: { template: string }) => each.template).sort()).toEqual([
      'certificate-ready',
      'enrolled',
      'invited',
      'placement-confirmed',
      'promoted',
      'proposal',
      'waitlisted',
    ]);
    expect(mails()).toEqual(body.items.map((each: { id: string }) => `${each.id}@lotsen.example.org.eml`).sort());
  });

  it('writes to each in their language, by name, with tenant and address of the platform', async () => {
    const { body } = await call('GET', `?template=invited&recipientId=${rosa}`);
    const german = text(`${body.items[0].id}@lotsen.example.org.eml`);
    expect(german).toContain('To: Rosa Nassauer <rosa@example.org>');
    expect(german).toContain('Guten Tag Rosa Nassauer,');
    expect(german).toContain('Montag, 5. Oktober 2026 um 18:00 Uhr');
    expect(german).toContain('Stadt Siegen\r\nhttps://lotsen.example.org');
    const promoted = await call('GET', '?template=promoted');
    expect(promoted.body.items[0]).toMatchObject({ recipientId: emre, language: 'en', attempts: 1 });
    expect(text(`${promoted.body.items[0].id}@lotsen.example.org.eml`)).toContain('Hello Emre Nassauer,');
  });

  it('tells in the mail where to answer a proposal, and nowhere else', async () => {
    const { body } = await call('GET', '?template=proposal');
    const mail = text(`${body.items[0].id}@lotsen.example.org.eml`);
    const link = /^https:\/\/lotsen\.example\.org\/t\/siegen\/vorschlag\?link=(\S+)\r?$/m.exec(mail)?.[1] ?? '';
    const read = await readProposalLink(platform.service('notifications').keys, scope, link);
    expect(read?.proposalId).toBe(deriveId('proposal'));
    const days = (Date.parse(read?.validUntil ?? '') - Date.parse(body.items[0].sentAt)) / 86_400_000;
    expect(days).toBeGreaterThan(13.99);
    expect(days).toBeLessThanOrEqual(14);
    const one = await call('GET', `/${body.items[0].id}`);
    const own = await asPerson(rosa, '/me/messages');
    expect(JSON.stringify([body, one.body, own.body])).not.toContain('link=');
  });

  it('shows people what was written to them, and to nobody else', async () => {
    const { body } = await asPerson(emre, '/me/messages');
    expect(body.items.map(({ template }: { template: string }) => template).sort()).toEqual(['promoted', 'waitlisted']);
    expect(body.items[0]).toMatchObject({ status: 'sent', sentAt: expect.any(String), subject: expect.any(String) });
    expect(body.items[0]).not.toHaveProperty('lastError');
    expect((await asPerson(rosa, '/me/messages')).body.items).toHaveLength(5);
    expect((await asPerson(rosa, '/messages')).status).toBe(403);
    expect((await platform.call('GET', '/notifications/siegen/me/messages', { token })).status).toBe(403);
  });

  it('shows one message with its subject', async () => {
    const { body } = await call('GET', '?template=certificate-ready');
    const one = await call('GET', `/${body.items[0].id}`);
    expect(one.body).toMatchObject({ status: 'sent', subject: 'Ihr Zertifikat „Integrationslotsen“ liegt bereit' });
    expect((await call('GET', `/${deriveId('unknown')}`)).status).toBe(404);
  });

  it('shows the office what a mail says, without the links that act', async () => {
    const preview = async (query: string) => {
      const { body } = await call('GET', query);
      return (await call('GET', `/${body.items[0].id}/preview`)).body;
    };
    const sent = await preview('?template=certificate-ready');
    expect(sent).toMatchObject({ language: 'de', subject: 'Ihr Zertifikat „Integrationslotsen“ liegt bereit' });
    expect(sent.text).toMatch(/^Guten Tag Rosa Nassauer,\n[^]*\nStadt Siegen\nhttps:\/\/lotsen\.example\.org\n$/);
    expect((await preview('?template=promoted')).text).toMatch(/^Hello Emre Nassauer,/);
    const proposal = await preview('?template=proposal');
    expect(proposal.text).toContain('https://lotsen.example.org/…');
    expect(proposal.text).not.toContain('link=');
    expect((await call('GET', `/${deriveId('unknown')}/preview`)).status).toBe(404);
    const { body } = await call('GET', '?template=promoted');
    expect((await asPerson(emre, `/messages/${body.items[0].id}/preview`)).status).toBe(403);
  });

  it('gives up visibly without an address, and tries again when asked to', async () => {
    const { body } = await call('GET', '?status=given-up');
    expect(body.items).toMatchObject([{ recipientId: nobody, lastError: 'no-address', sentAt: null, attempts: 1 }]);
    const email = await sealed(nobody, 'contact', 'ines@example.org');
    await publish(
      'registration',
      published(
        registration.volunteerProfileChanged,
        { stream: `registration.volunteer-siegen_${nobody}` },
        { volunteerId: nobody, email },
      ),
    );
    await platform.settled();
    const [{ id }] = body.items;
    expect((await call('POST', `/${id}/retry`)).status).toBe(200);
    await platform.eventually(async () =>
      expect((await call('GET', `/${id}`)).body).toMatchObject({ status: 'sent', attempts: 2 }),
    );
    const again = await call('POST', `/${id}/retry`);
    expect([again.status, again.body.code]).toEqual([409, 'already-sent']);
  });

  it('neither events that come again nor a rebuild write again', async () => {
    const before = mails();
    const { bus, views } = platform.service('notifications');
    const again = published(training.volunteerEnrolled, courseStream, { ...course, volunteerId: rosa });
    await bus.publish('training', [{ ...again, revision: 1, id: deriveId('event', again.stream, '1') as never }]);
    await views.rebuild('outbox');
    await platform.restart();
    await platform.settled();
    expect((await call('GET', '?limit=200')).body.items).toHaveLength(8);
    expect(mails()).toEqual(before);
  });

  it('entering the past writes to nobody', async () => {
    const past = { ...courseStream, on: '2015-05-30' };
    await publish('training', published(training.volunteerEnrolled, past, { ...course, volunteerId: emre }));
    await platform.settled();
    expect((await call('GET', '?limit=200')).body.items).toHaveLength(8);
  });

  it('keeps names and addresses out of events, bus and views', () => {
    const leaks = filesHolding(platform.folder, ['Nassauer', 'rosa@example.org']);
    expect(leaks.filter(({ file }) => !file.startsWith('mail/'))).toEqual([]);
    expect(leaks.length).toBeGreaterThan(0);
  });
});

function decoded(eml: string): string {
  const [head = '', ...body] = eml.split('\r\n\r\n');
  const content = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return `${head}\r\n\r\n${Buffer.from(content, 'base64').toString('utf8')}`;
  const bytes = content
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return `${head}\r\n\r\n${Buffer.from(bytes, 'latin1').toString('utf8')}`;
}
