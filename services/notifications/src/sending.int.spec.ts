import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  day,
  deriveId,
  FoldCache,
  seal,
  TenantScope,
  type DomainEvent,
  type StreamDefinition,
} from '@lotsennetz/kernel';
import {
  accessStream,
  Commands,
  FileMail,
  readConfig,
  readInvitation,
  ServiceRuntime,
  ViewReader,
  type Delivery,
  type Deployment,
  type Mail,
  type MailPort,
} from '@lotsennetz/platform';
import { unrecorded } from '@lotsennetz/platform/testing';
import {
  FakeClock,
  MemoryEventBus,
  MemoryEventStore,
  MemoryKeys,
  MemoryReadModels,
  recordedEvents,
} from '@lotsennetz/testing';
import { contact } from './contact/contact.stream.js';
import { course } from './course/course.stream.js';
import { notifications } from './index.js';
import { invitation, type InvitationEvent } from './invitation/invitation.stream.js';
import { message } from './message/message.stream.js';
import { outbox, type OutboxRow } from './outbox/outbox.view.js';
import { queueMessage } from './queue-message.decider.js';
import { Reminders } from './remind-of-sessions/reminders.js';
import { MessageDelivery } from './send-messages/message-delivery.js';
import { MessageSender } from './send-messages/message-sender.js';

const scope = TenantScope.of('siegen');
const [rosa, emre] = [deriveId('volunteer', 'rosa'), deriveId('volunteer', 'emre')];
const courseId = deriveId('course', '1');

/** A mail server that answers as told, and delivers to files when told nothing. */
class MailUnderTest implements MailPort {
  readonly tried: Mail[] = [];
  answers: (Delivery | Error)[] = [];

  constructor(private readonly files: FileMail) {}

  async deliver(mail: Mail): Promise<Delivery> {
    this.tried.push(mail);
    const answer = this.answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? this.files.deliver(mail);
  }

  remove(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('sending and reminding, with the clock set by hand', () => {
  let folder: string;
  let clock: FakeClock;
  let runtime: ServiceRuntime;
  let mail: MailUnderTest;
  let sender: MessageSender;
  let reminders: Reminders;
  let store: MemoryEventStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notifications-'));
    clock = new FakeClock('2026-03-02T07:00:00Z');
    store = new MemoryEventStore();
    const ports = { eventStore: store, readModels: new MemoryReadModels(), bus: new MemoryEventBus() };
    runtime = new ServiceRuntime(notifications, { ...ports, keys: new MemoryKeys(), audit: unrecorded }, clock);
    const place = { name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
    await happened(accessStream('notifications'), 'siegen', {
      type: 'TenantLearnt',
      happenedOn: day('2026-01-01'),
      data: place,
    });
    await runtime.start();
    mail = new MailUnderTest(new FileMail(folder, 'Lotsennetz <lotsennetz@example.org>'));
    const commands = new Commands(runtime);
    const config = readConfig({ LOTSENNETZ_PUBLIC_URL: 'https://lotsen.example.org' });
    sender = new MessageSender(runtime, commands, new MessageDelivery(runtime, { config } as Deployment, mail), mail);
    reminders = new Reminders(runtime, new ViewReader(runtime), commands);
  });
  afterEach(async () => {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function happened<State, Event extends DomainEvent>(
    stream: StreamDefinition<State, Event>,
    id: string,
    ...events: readonly NoInfer<Event>[]
  ): Promise<void> {
    const name = stream.name(scope, id);
    const from = (await store.readStream(name)).length;
    await store.append({
      stream: name,
      expectedRevision: from - 1,
      events: recordedEvents(stream, { id, from, clock }, ...events),
    });
  }
  const sealed = async (subject: string, purpose: 'name' | 'contact', value: string) => {
    const key = await runtime.keys.obtain(scope, subject, purpose);
    if (key === 'forgotten') throw new Error('forgotten');
    return seal(scope, key, value, { subject, purpose, origin: 'e/f' });
  };
  const known = async (id: string, email: string) =>
    happened(contact, id, {
      type: 'ContactLearnt',
      happenedOn: day('2026-01-01'),
      data: {
        givenName: await sealed(id, 'name', 'Rosa'),
        familyName: await sealed(id, 'name', 'Nassauer'),
        email: await sealed(id, 'contact', email),
      },
    });
  const queue = async (key: string, recipientId = rosa) => {
    const id = deriveId('message', key);
    const command = {
      template: 'enrolled',
      recipientId,
      params: { courseTitle: 'Lotsen', courseCode: 'SI-1' },
      dueAt: clock.now(),
      on: day('2026-03-02'),
    } as const;
    await new Commands(runtime).run(
      { scope, actor: 'test', key },
      { stream: message, id, decide: queueMessage, command },
    );
    await runtime.settled();
    return id;
  };
  const send = async () => {
    const tried = await sender.sendDue();
    await runtime.settled();
    return tried;
  };
  const rows = async () => {
    await runtime.settled();
    const page = await runtime.readModels.query<OutboxRow>(runtime.views.collection(outbox.name), scope, {
      limit: 1000,
    });
    return page.items.map(({ row }) => row);
  };
  const row = async (id: string) => (await rows()).find((each) => each.id === id);

  describe('sending', () => {
    it('writes a mail under the id of its message and records it', async () => {
      await known(rosa, 'rosa@example.org');
      const id = await queue('m');
      expect(await send()).toBe(1);
      const file = join(folder, 'siegen', `${id}@lotsen.example.org.eml`);
      expect(readFileSync(file, 'utf8')).toContain(`Message-ID: <${id}@lotsen.example.org>`);
      expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1, sentAt: '2026-03-02T07:00:00.000Z' });
      expect(await send()).toBe(0);
    });

    it('a crash between sending and recording sends the same mail again, and there is one file', async () => {
      await known(rosa, 'rosa@example.org');
      const id = await queue('m');
      const append = store.append.bind(store);
      store.append = () => {
        store.append = append;
        return Promise.reject(new Error('the process ended here'));
      };
      await expect(sender.sendDue()).rejects.toThrow('the process ended here');
      expect(await send()).toBe(1);
      expect(mail.tried.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`${id}@lotsen.example.org`));
      expect(readdirSync(join(folder, 'siegen'))).toEqual([`${id}@lotsen.example.org.eml`]);
      expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1 });
    });

    it('a view that is behind sends nothing twice', async () => {
      await known(rosa, 'rosa@example.org');
      await queue('m');
      await sender.sendDue();
      await sender.sendDue();
      expect(mail.tried).toHaveLength(1);
    });

    it('waits longer after each failure, and gives up visibly after the sixth', async () => {
      await known(rosa, 'rosa@example.org');
      const id = await queue('m');
      mail.answers = Array<Delivery>(6).fill('unreachable');
      for (const minutes of [0, 1, 5, 30, 120, 360]) {
        clock.advance({ minutes, milliseconds: -1 });
        if (minutes > 0) expect(await send()).toBe(0);
        clock.advance({ milliseconds: 1 });
        expect(await send()).toBe(1);
      }
      clock.advance({ days: 2 });
      expect(await send()).toBe(0);
      expect(await row(id)).toMatchObject({ status: 'given-up', attempts: 6, lastError: 'unreachable' });
    });

    it('a disk that is full counts like a server that does not answer', async () => {
      await known(rosa, 'rosa@example.org');
      const id = await queue('m');
      mail.answers = [Object.assign(new Error('no space'), { code: 'ENOSPC' })];
      await send();
      expect(await row(id)).toMatchObject({ status: 'queued', attempts: 1, lastError: 'unreachable' });
    });

    it('an address that takes no mail is given up at once', async () => {
      await known(rosa, 'rosa@example.org');
      const id = await queue('m');
      mail.answers = ['rejected'];
      await send();
      expect(await row(id)).toMatchObject({ status: 'given-up', attempts: 1, lastError: 'rejected' });
    });

    it('writes to nobody who was erased', async () => {
      await known(rosa, 'rosa@example.org');
      const id = await queue('m');
      await runtime.keys.forget(scope, rosa);
      await send();
      expect(mail.tried).toEqual([]);
      expect(await row(id)).toMatchObject({ status: 'given-up', lastError: 'erased' });
    });

    it('a message that came before the news of its recipient waits a minute without counting', async () => {
      const id = await queue('m');
      expect(await send()).toBe(0);
      await known(rosa, 'rosa@example.org');
      expect(await send()).toBe(1);
      expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1 });
      const other = await queue('o', emre);
      clock.advance({ minutes: 1 });
      await send();
      expect(await row(other)).toMatchObject({ status: 'queued', attempts: 1, lastError: 'unknown-recipient' });
    });
  });

  describe('inviting', () => {
    const membershipId = deriveId('membership', 'ines');
    const invited = { recipientId: membershipId, invitation: 1, validUntil: day('2026-03-16') };
    const told = (...events: readonly InvitationEvent[]) => happened(invitation, membershipId, ...events);
    const happenedOn = day('2026-03-02');
    const queueInvitation = async () => {
      await known(membershipId, 'ines.demir@example.org');
      await told({ type: 'InvitationLearnt', happenedOn, data: invited });
      const id = deriveId('message', 'invitation');
      const { recipientId, ...data } = invited;
      const content = { template: 'membership-invited', recipientId, params: { membershipId, ...data } } as const;
      const command = { ...content, dueAt: clock.now(), on: happenedOn };
      await new Commands(runtime).run(
        { scope, actor: 'test', key: 'invitation' },
        { stream: message, id, decide: queueMessage, command },
      );
      await runtime.settled();
      return id;
    };

    it('the mail holds a link that the tenant has signed, and no event does', async () => {
      const id = await queueInvitation();
      await send();
      const text = mail.tried[0]?.text ?? '';
      const signed = /https:\/\/lotsen\.example\.org\/join\/siegen\/(\S+)/.exec(text)?.[1] ?? '';
      expect(await readInvitation(runtime.keys, scope, signed)).toEqual({ membershipId, number: 1 });
      expect(await row(id)).toMatchObject({ status: 'sent' });
      const recorded = JSON.stringify(await store.readAll({ limit: 1000 }));
      expect(recorded).not.toContain(signed.split('.').at(-1));
    });

    it.each<[string, InvitationEvent]>([
      ['accepted or taken back', { type: 'InvitationEndLearnt', happenedOn, data: {} }],
      ['replaced', { type: 'InvitationRepeatLearnt', happenedOn, data: { ...invited, invitation: 2 } }],
    ])('one that was %s while its mail waited is not sent', async (_, meanwhile) => {
      const id = await queueInvitation();
      mail.answers = ['unreachable'];
      await send();
      await told(meanwhile);
      clock.advance({ minutes: 1 });
      await send();
      expect(mail.tried).toHaveLength(1);
      expect(await row(id)).toMatchObject({ status: 'withdrawn', lastError: 'invitation-over' });
    });

    it('one whose time is over is not sent', async () => {
      const id = await queueInvitation();
      clock.advance({ days: 15 });
      await send();
      expect([mail.tried.length, (await row(id))?.status]).toEqual([0, 'withdrawn']);
    });
  });

  describe('reminding', () => {
    const session = { title: 'Recht', startsAt: '18:00', endsAt: '19:30', minutes: 90 };
    const planned = (...days: readonly string[]) =>
      happened(course, courseId, {
        type: 'CourseLearnt',
        happenedOn: day('2026-02-01'),
        data: {
          courseCode: 'SI-1',
          courseTitle: 'Lotsen',
          town: 'Siegen',
          sessions: days.map((heldOn, index) => ({ ...session, number: index + 1, heldOn: day(heldOn) })),
        },
      });
    const taken = (volunteerId: string, on = '2026-02-10') =>
      happened(course, courseId, { type: 'SeatTaken', happenedOn: day(on), data: { volunteerId } });
    const freed = (volunteerId: string) =>
      happened(course, courseId, { type: 'SeatFreed', happenedOn: day('2026-02-20'), data: { volunteerId } });
    const remindedAt = async (moment: string) => {
      clock.set(moment);
      await runtime.settled();
      await reminders.queueDue();
      return (await rows()).map(({ recipientId, params }) => [recipientId, params.heldOn]);
    };

    it('is due at nine on the day before, on the wall clock of the tenant, for each who takes part', async () => {
      await planned('2026-03-10', '2026-03-17');
      await taken(rosa);
      await taken(emre);
      expect(await remindedAt('2026-03-09T07:59:59.999Z')).toEqual([]);
      const reminded = await remindedAt('2026-03-09T08:00:00Z');
      expect(reminded.sort()).toEqual([rosa, emre].sort().map((id) => [id, '2026-03-10']));
    });

    it('follows summer time', async () => {
      await planned('2026-03-31');
      await taken(rosa);
      expect(await remindedAt('2026-03-30T06:59:59.999Z')).toEqual([]);
      expect(await remindedAt('2026-03-30T07:00:00Z')).toEqual([[rosa, '2026-03-31']]);
    });

    it('reminds once, however often it looks and whatever was forgotten in memory', async () => {
      await planned('2026-03-10');
      await taken(rosa);
      for (const time of ['08:00', '08:01', '15:00']) await remindedAt(`2026-03-09T${time}:00Z`);
      Object.assign(runtime, { folds: new FoldCache() });
      expect(await remindedAt('2026-03-09T20:00:00Z')).toHaveLength(1);
    });

    it('after a standstill it reminds late, but not once the session has begun', async () => {
      await planned('2026-03-10', '2026-03-11');
      await taken(rosa);
      expect(await remindedAt('2026-03-10T16:59:59Z')).toEqual(
        expect.arrayContaining([
          [rosa, '2026-03-10'],
          [rosa, '2026-03-11'],
        ]),
      );
      await taken(emre, '2026-03-09');
      expect(await remindedAt('2026-03-10T17:00:00Z')).not.toContainEqual([emre, '2026-03-10']);
    });

    it('does not remind who has given up the seat, or has only just taken it', async () => {
      await planned('2026-03-10');
      await taken(rosa);
      await freed(rosa);
      await taken(emre, '2026-03-10');
      expect(await remindedAt('2026-03-10T09:00:00Z')).toEqual([]);
    });

    it('says nothing about sessions that are over', async () => {
      await planned('2015-03-10', '2026-03-01');
      await taken(rosa);
      expect(await remindedAt('2026-03-02T12:00:00Z')).toEqual([]);
    });
  });

  it('the loops of the service send by themselves and end with it', async () => {
    await known(rosa, 'rosa@example.org');
    sender.onApplicationBootstrap();
    const id = await queue('m');
    while ((await row(id))?.status !== 'sent') await setImmediate();
    expect(mail.tried).toHaveLength(1);
  });
});
