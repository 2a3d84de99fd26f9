import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore, openSqliteKeyStore } from '@lotsennetz/adapter-sqlite';
import {
  defineEvents,
  EnvelopeKeys,
  defineStream,
  field,
  FoldCache,
  handleCommand,
  randomIds,
  systemClock,
  TenantScope,
  type CommandPorts,
  type Day,
  type EventStore,
  type Position,
} from '@lotsennetz/kernel';
import { openKeyring, openLedger, readConfig } from '@lotsennetz/platform';
import { interleave, perSecond } from '../interleave.js';
import type { Benchmark } from '../settings.js';

const together = 16;
const scope = TenantScope.of('siegen');
const day = '2015-11-19' as Day;
const values = {
  givenName: 'Rosa',
  familyName: 'Beispiel',
  email: 'rosa@example.org',
  phone: '0271 000000',
  note: 'Comes on Mondays.',
};
const fictional = field.publicText('a fictional person of this benchmark');

const personalStream = defineStream({
  service: 'bench',
  category: 'personal',
  schemas: defineEvents({
    Noted: {
      givenName: field.personal('name'),
      familyName: field.personal('name'),
      email: field.personal('contact'),
      phone: field.personal('contact'),
      note: field.personal('note'),
    },
  }),
  initial: 0,
  evolve: (count: number) => count + 1,
});

const plainStream = defineStream({
  service: 'bench',
  category: 'plain',
  schemas: defineEvents({
    Noted: { givenName: fictional, familyName: fictional, email: fictional, phone: fictional, note: fictional },
  }),
  initial: 0,
  evolve: (count: number) => count + 1,
});

const noted = () => [{ type: 'Noted' as const, happenedOn: day, data: values }];

/** What it costs that names are sealed before they are stored: with keys that exist, and with new ones. */
export const sealing: Benchmark = {
  name: 'sealing',
  title: 'The price of sealing',
  about: `\`handleCommand\` on the SQLite adapters, ${together} commands at a time: an event with five personal fields under three keys, beside the same event with the fields declared public. For known people the keys exist; for new people they are minted, which is one more durable transaction before the event's. The replay reads every event of either kind with its data, as analysts do: sealed values stay as they are.`,
  behind:
    'Sealing is five encryptions with the JSON about them (a quarter of the processor time of such a command) and an event twice as long. Around it little is left: keys of living people are opened once and remembered, whoever wants several keys at once looks around for forgettings once, and the tombstones are asked once, inside the write turn, where the answer counts. A new person costs a look for each key, a wrapped key each, put where none stands by one statement, and the transaction of the keys, which must be on disk before the event’s. The tombstones could be asked for a whole write turn at once; that would need a turn to be known beyond one store, for a twentieth of the time. A sealed value is several times as long as what it seals: that is what the replay reads more.',
  async run({ folder: base, rounds, secondsPerRun }) {
    const folder = join(base, 'sealing');
    mkdirSync(folder);
    const eventStore = openSqliteEventStore(join(folder, 'events.db'));
    const config = readConfig({ LOTSENNETZ_KEYRING: join(folder, 'keyring') });
    const store = openSqliteKeyStore(join(folder, 'keys.db'));
    const keys = new EnvelopeKeys({ store, keyring: openKeyring(config), ledger: openLedger(config) });
    const ports = { eventStore, keys, clock: systemClock, ids: randomIds, folds: new FoldCache() };
    const known = Array.from({ length: together }, () => randomIds.next());
    const measure = (people: () => readonly string[]) =>
      interleave(rounds, {
        ours: () => perSecond(secondsPerRun, () => send(ports, people(), personal)),
        baseline: () => perSecond(secondsPerRun, () => send(ports, people(), plain)),
      });
    const knownPeople = await measure(() => known);
    const newPeople = await measure(() => Array.from({ length: together }, () => randomIds.next()));
    const replayed = await interleave(rounds, {
      ours: () => replayRate(eventStore, 'bench.personal'),
      baseline: () => replayRate(eventStore, 'bench.plain'),
    });
    await eventStore.close();
    await keys.close();
    return [
      { what: 'five sealed fields beside five plain ones, known people', unit: 'commands/s', ...knownPeople },
      { what: 'five sealed fields beside five plain ones, new people', unit: 'commands/s', ...newPeople },
      { what: 'replay of sealed events beside plain ones, without any key', unit: 'events/s', ...replayed },
    ];
  },
};

/** Events a second from the store to their data. */
async function replayRate(eventStore: EventStore, category: string): Promise<number> {
  const since = performance.now();
  let [events, after]: [number, Position | undefined] = [0, undefined];
  for (;;) {
    const page = await eventStore.readAll({ after, categories: [category], limit: 1_000 });
    const last = page.at(-1);
    if (!last) return (events / (performance.now() - since)) * 1000;
    events += page.filter(({ data }) => 'note' in data).length;
    after = last.position;
  }
}

type Send = (ports: CommandPorts, id: string) => Promise<unknown>;

const meta = { actor: 'bench', correlationId: 'bench' };
const personal: Send = (ports, id) =>
  handleCommand(ports, { stream: personalStream, scope, id, decide: noted, command: undefined, meta });
const plain: Send = (ports, id) =>
  handleCommand(ports, { stream: plainStream, scope, id, decide: noted, command: undefined, meta });

async function send(ports: CommandPorts, people: readonly string[], one: Send): Promise<number> {
  await Promise.all(people.map((id) => one(ports, id)));
  return people.length;
}
