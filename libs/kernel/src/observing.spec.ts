import {
  exampleStream,
  memoryCommandPorts,
  MemoryEventBus,
  MemoryEventStore,
  MemoryReadModels,
  eventually,
  move,
  register,
} from '@lotsennetz/testing';
import { defineContract, publishAs, publishes } from './contract.js';
import type { EventStore } from './event-store.js';
import { FoldCache } from './fold-cache.js';
import { handleCommand, type CommandObserver, type CommandPorts } from './handle-command.js';
import { relay } from './relay.js';
import * as field from './schema.js';
import { TenantScope } from './tenant-scope.js';

const scope = TenantScope.of('siegen');

class Notes implements CommandObserver {
  readonly seen: string[] = [];
  readonly around: CommandObserver['around'] = async (task, handle) => {
    const outcome = await handle({ ...task, meta: { ...task.meta, traceparent: `of ${task.decide.name}` } });
    this.seen.push(outcome.kind);
    return outcome;
  };
  conflict(): void {
    this.seen.push('conflict');
  }
}

describe('watching commands', () => {
  const send = (ports: CommandPorts, decide: typeof move, town: string) =>
    handleCommand(ports, {
      ...{ stream: exampleStream, scope, id: 'v-1', decide, command: { town } },
      meta: { actor: 'cli', correlationId: 'c' },
    });

  it('stands around each, with its outcome, and may give it another trace context', async () => {
    const observer = new Notes();
    const ports = memoryCommandPorts({ observer });
    await send(ports, move, 'Siegen');
    await send(ports, register, 'Siegen');
    const [event] = await ports.eventStore.readStream(exampleStream.name(scope, 'v-1'));
    expect(observer.seen).toEqual(['refused', 'done']);
    expect(event?.meta.traceparent).toBe('of register');
  });

  it('hears of a conflict, also of one with a process that remembers less', async () => {
    const eventStore: EventStore = new MemoryEventStore();
    const observer = new Notes();
    const behind = memoryCommandPorts({ eventStore, observer });
    await send(behind, register, 'Siegen');
    await send(memoryCommandPorts({ eventStore, folds: new FoldCache() }), move, 'Kreuztal');
    await send(behind, move, 'Netphen');
    expect(observer.seen).toEqual(['done', 'conflict', 'done']);
  });
});

describe('watching the relay', () => {
  it('what stands around publishing decides what is published', async () => {
    const contract = defineContract('registration.volunteer-moved.v1', 'Moved.', { town: field.publicText('a town') });
    const published = [publishes(exampleStream, { VolunteerMoved: ({ data }) => publishAs(contract, data) })];
    const ports = memoryCommandPorts({ eventStore: new MemoryEventStore() });
    const bus = new MemoryEventBus();
    const send = (decide: typeof move, town: string) =>
      handleCommand(ports, {
        ...{ stream: exampleStream, scope, id: 'v-1', decide, command: { town } },
        meta: { actor: 'cli', correlationId: 'c' },
      });
    await send(register, 'Siegen');
    await send(move, 'Netphen');
    const stopping = new AbortController();
    const { signal } = stopping;
    const ended = relay(
      { eventStore: ports.eventStore, readModels: new MemoryReadModels(), bus },
      {
        ...{ service: 'registration', published, signal, onFailure: () => undefined },
        around: (events, publish) => publish(events.map((event) => ({ ...event, traceparent: 'of the relay' }))),
      },
    );
    const traces: (string | undefined)[] = [];
    const consuming = bus.consume({
      ...{ topic: 'registration', group: 'reader', signal },
      handle: (batch) => {
        traces.push(...batch.map((event) => event.traceparent));
        return Promise.resolve();
      },
    });
    await eventually(() => expect(traces).toEqual(['of the relay']));
    stopping.abort();
    await Promise.all([ended, consuming]);
  });
});
