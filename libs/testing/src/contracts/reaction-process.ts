// A process that runs one reaction until it is ended, and prints the id of each event it handles.
import {
  Consumer,
  openProgress,
  pause,
  systemClock,
  type ContractEvent,
  type EventBus,
  type ReadModels,
} from '@lotsennetz/kernel';
import { openFrom, taskOfThisProcess } from './child-task.js';
import type { ReactionTask } from './reaction-under-test.js';

const { bus, readModels, topic, consumer, handleMs } = taskOfThisProcess() as ReactionTask;
const stopping = new AbortController();
process.on('SIGTERM', () => stopping.abort());

const handle = async ({ id }: ContractEvent) => {
  await pause(handleMs, stopping.signal);
  process.stdout.write(`${id}\n`);
};
const ports = {
  bus: await openFrom<EventBus>(bus),
  readModels: await openFrom<ReadModels>(readModels),
  clock: systemClock,
};
await openProgress(ports.readModels);
await new Consumer(ports, { consumer, topic, handle }).run(stopping.signal);
await ports.bus.close();
await ports.readModels.close();
