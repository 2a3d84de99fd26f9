import {
  MemoryEventBus,
  MemoryEventStore,
  MemoryReadModels,
  eventually,
  exampleStream,
  memoryCommandPorts,
  move,
  register,
} from '@lotsennetz/testing';
import { defineContract, publishAs, publishes } from './contract.js';
import type { ContractEvent } from './event-bus.js';
import { handleCommand } from './handle-command.js';
import { relay, relayCheckpoint } from './relay.js';
import * as field from './schema.js';
import { TenantScope } from './tenant-scope.js';

const scope = TenantScope.of('siegen');
const contract = defineContract('registration.volunteer-moved.v1', 'Moved.', { town: field.publicText('a town') });
const published = [publishes(exampleStream, { VolunteerMoved: ({ data }) => publishAs(contract, data) })];

/** The bus, dying after it has published but before anybody learns of it. */
class DyingBus extends MemoryEventBus {
  deaths = 1;
  override async publish(topic: string, events: readonly ContractEvent[]): Promise<void> {
    await super.publish(topic, events);
    if (this.deaths-- > 0) throw new Error('died');
  }
}

/** The bus, as it is for a process that the machine does not let run. */
class HeldUpBus extends MemoryEventBus {
  readonly reached = Promise.withResolvers<undefined>();
  constructor(private readonly until: Promise<undefined>) {
    super();
  }
  override async publish(topic: string, events: readonly ContractEvent[]): Promise<void> {
    this.reached.resolve(undefined);
    await this.until;
    await super.publish(topic, events);
  }
}

describe('relay', () => {
  const eventStoreWith = async (towns: readonly string[]) => {
    const ports = memoryCommandPorts({ eventStore: new MemoryEventStore() });
    const send = (decide: typeof move, town: string) =>
      handleCommand(ports, {
        ...{ stream: exampleStream, scope, id: 'v-1', decide, command: { town } },
        meta: { actor: 'cli', correlationId: 'c' },
      });
    await send(register, 'Siegen');
    for (const town of towns) await send(move, town);
    return { eventStore: ports.eventStore, moveTo: (town: string) => send(move, town) };
  };
  const run = (ports: Parameters<typeof relay>[0], onFailure: (error: unknown) => void = () => undefined) => {
    const stopping = new AbortController();
    const ended = relay(ports, { service: 'registration', published, signal: stopping.signal, onFailure });
    return {
      stop: () => {
        stopping.abort();
        return ended;
      },
    };
  };
  const townsOn = async (bus: MemoryEventBus, count: number) => {
    const stopping = new AbortController();
    const towns: string[] = [];
    const consuming = bus.consume({
      ...{ topic: 'registration', group: 'reader', signal: stopping.signal },
      handle: (batch) => {
        towns.push(...batch.map(({ data }) => (data as { town: string }).town));
        return Promise.resolve();
      },
    });
    await eventually(() => expect(towns).toHaveLength(count));
    stopping.abort();
    await consuming;
    return towns;
  };
  const expectCaughtUp = async (ports: Parameters<typeof relay>[0]) =>
    eventually(async () =>
      expect(await ports.readModels.checkpoint(relayCheckpoint)).toBe(await ports.eventStore.head()),
    );

  it('publishes what has an exit, in order, and follows', async () => {
    const { eventStore, moveTo } = await eventStoreWith(['Netphen', 'Kreuztal']);
    const ports = { eventStore, bus: new MemoryEventBus(), readModels: new MemoryReadModels() };
    const running = run(ports);
    await expectCaughtUp(ports);
    await moveTo('Olpe');
    expect(await townsOn(ports.bus, 3)).toEqual(['Netphen', 'Kreuztal', 'Olpe']);
    await running.stop();
  });

  it('a restart publishes nothing again', async () => {
    const { eventStore, moveTo } = await eventStoreWith(['Netphen']);
    const ports = { eventStore, bus: new MemoryEventBus(), readModels: new MemoryReadModels() };
    const first = run(ports);
    await expectCaughtUp(ports);
    await first.stop();
    await moveTo('Kreuztal');
    const second = run(ports);
    await expectCaughtUp(ports);
    await second.stop();
    expect(await townsOn(ports.bus, 2)).toEqual(['Netphen', 'Kreuztal']);
  });

  it('a crash between publishing and checkpoint publishes twice, never not at all', async () => {
    const { eventStore } = await eventStoreWith(['Netphen']);
    const ports = { eventStore, bus: new DyingBus(), readModels: new MemoryReadModels() };
    const failures: unknown[] = [];
    const running = run(ports, (error) => failures.push(error));
    await expectCaughtUp(ports);
    await running.stop();
    expect(failures).toHaveLength(1);
    expect(await townsOn(ports.bus, 2)).toEqual(['Netphen', 'Netphen']);
  });

  it('one that was held up and overtaken does not set the checkpoint back', async () => {
    const { eventStore, moveTo } = await eventStoreWith(['Netphen']);
    const readModels = new MemoryReadModels();
    const gate = Promise.withResolvers<undefined>();
    const slow = new HeldUpBus(gate.promise);
    const heldUp = run({ eventStore, bus: slow, readModels });
    await slow.reached.promise;
    await moveTo('Kreuztal');
    const ports = { eventStore, bus: new MemoryEventBus(), readModels };
    const successor = run(ports);
    await expectCaughtUp(ports);
    await successor.stop();
    gate.resolve(undefined);
    await heldUp.stop();
    expect(await readModels.checkpoint(relayCheckpoint)).toBe(await eventStore.head());
  });
});
