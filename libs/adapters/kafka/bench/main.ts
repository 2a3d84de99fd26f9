// npm run bench -w @lotsennetz/adapter-kafka [-- <events>]: events/s from publishing to handling through the port,
// against kafkajs alone sending and receiving the same messages on the same broker in the same run.
import { kafkaServer, startLocalProcess } from '@lotsennetz/testing';
import { throughPort } from './through-port.js';
import { withKafkajsAlone } from './with-kafkajs-alone.js';
import { someEvents } from './some-events.js';

const count = Number(process.argv[2] ?? 30_000);
const rounds = 3;
const goal = 0.6;

const server = await startLocalProcess(kafkaServer);
let missed = false;
for (const partitions of [1, 3]) {
  const ratios: { readonly port: number; readonly alone: number }[] = [];
  // In turn, so that a warm broker and a busy machine are the same for both; the first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const run = { url: server.url, partitions, topic: `bench${partitions}x${round}`, events: someEvents(count) };
    const alone = await withKafkajsAlone(run);
    const port = await throughPort(run);
    if (round > 0) ratios.push({ port, alone });
  }
  const port = median(ratios.map((each) => each.port));
  const alone = median(ratios.map((each) => each.alone));
  const ratio = median(ratios.map((each) => each.port / each.alone));
  missed ||= ratio < goal;
  console.log(
    `${partitions} partition(s), ${count} events: port ${perSecond(port)}, kafkajs alone ${perSecond(alone)}, ratio ${ratio.toFixed(2)} (goal ${goal})`,
  );
}
await server.stop();
process.exitCode = missed ? 1 : 0;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')} events/s`;
}
