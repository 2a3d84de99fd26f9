import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore } from '@lotsennetz/adapter-sqlite';
import type { EventStore } from '@lotsennetz/kernel';
import { Child } from '../child.js';
import type { ServiceInput } from '../children/service.js';

/** Addresses of the servers that run for the benchmark. */
export interface Servers {
  readonly kafka: string;
  readonly mongo: string;
}

export interface Scale {
  readonly partitions: number;
  /** Processes that handle the events. */
  readonly replicas: number;
  /** Where views and progress lie; in files for one replica only. */
  readonly readModels: 'mongodb' | 'sqlite';
}

/** Registration, and training that learns of its volunteers, in processes of their own on real servers. */
export class Topology implements AsyncDisposable {
  private constructor(
    readonly prefix: string,
    /** Histories of both services, opened beside the processes that serve them. */
    readonly stores: { readonly registration: EventStore; readonly training: EventStore },
    private readonly children: readonly Child<unknown>[],
  ) {}

  static async start(
    folder: string,
    name: string,
    servers: Servers,
    { partitions, replicas, readModels }: Scale,
  ): Promise<Topology> {
    const data = join(folder, name);
    const prefix = `${name}.`;
    const settings = {
      LOTSENNETZ_DATA: data,
      LOTSENNETZ_BUS: `${servers.kafka}?partitions=${partitions}&prefix=${prefix}`,
      LOTSENNETZ_READ_MODELS: readModels === 'sqlite' ? 'sqlite:' : `${servers.mongo.replace(/\/$/, '')}/${name}`,
    };
    const start = (service: string) => Child.start('service', { name: service, settings } satisfies ServiceInput);
    const children = [await start('registration')];
    for (let replica = 0; replica < replicas; replica++) children.push(await start('training'));
    const open = (service: string) => {
      mkdirSync(join(data, service), { recursive: true });
      return openSqliteEventStore(join(data, service, 'events.db'));
    };
    return new Topology(prefix, { registration: open('registration'), training: open('training') }, children);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(Object.values(this.stores).map((store) => store.close()));
    await Promise.all(this.children.map((child) => child.stop()));
  }
}
