import { kafkaServer, mongoServer, startLocalProcess } from '@lotsennetz/testing';
import { groupsOn } from '../distributed/groups-on.js';
import { measureKafkajsAlone, messagesOf } from '../distributed/kafkajs-alone.js';
import { measureOurs, type Load, type Measured } from '../distributed/ours.js';
import { Topology, type Scale, type Servers } from '../distributed/topology.js';
import type { Figure } from '../figures.js';
import type { Benchmark, Settings } from '../settings.js';
import { median, percentile } from '../statistics.js';

const scales: readonly Scale[] = [
  { partitions: 1, replicas: 1, readModels: 'sqlite' },
  { partitions: 1, replicas: 1, readModels: 'mongodb' },
  { partitions: 3, replicas: 1, readModels: 'mongodb' },
  { partitions: 3, replicas: 3, readModels: 'mongodb' },
];
const goal = 0.6;
const load: Load = { events: 20_000, people: 500, paced: { count: 500, betweenMs: 10 } };

/** What the whole way costs beside the transport it takes. */
export const acrossServices: Benchmark = {
  name: 'across-services',
  title: 'Across services: from the append to its effect',
  about: `${load.events.toLocaleString('en')} status changes of ${load.people} volunteers are appended to registration’s history; its process publishes them on Kafka, and training, in processes of its own, records each in its own history. Against kafkajs alone, one process sending the very same messages with the same guarantees and as many processes receiving and committing them as one group; in a second line as many groups in as many processes as ours has reactions to that topic, since each of those receives every message, whether it acts on it or not. Histories are SQLite files shared by the processes, views and progress lie on a server of MongoDB’s protocol (in one row in SQLite files, to tell its share). Lag: ${load.paced.count} single events, one every ${load.paced.betweenMs} ms, from the moment of the cause to the moment of the effect.`,
  behind:
    'Everything goes in batches: the relay publishes up to 500 events at once and rests only when it has caught up; a consumer takes what a fetch brings, up to 2,000 events, and reads how far all their streams have come with one query, their appends share transactions, their progress is one commit. What an event still costs on the side of training: four reactions to the topic of registration are four groups, each of which receives every message, though three of them act on few contracts, and one that has fallen behind the others decodes it once more; the command itself (ids, fold, decision, append); its row of progress; and what follows from the effect, training’s own views and relay. Next would be one reception a process for reactions that leave the same messages alone, rows of views remembered between batches, and progress remembered between batches, which needs to be dropped whenever the group’s partitions are dealt anew: a replica that has not heard of a parked stream must not go on with it.',
  async run(settings) {
    const [kafka, mongo] = [await startLocalProcess(kafkaServer), await startLocalProcess(mongoServer)];
    const figures: Figure[] = [];
    try {
      for (const scale of scales)
        figures.push(...(await compare(settings, { kafka: kafka.url, mongo: mongo.url }, scale)));
    } finally {
      await Promise.all([kafka.stop(), mongo.stop()]);
    }
    return figures;
  },
};

interface Round {
  readonly ours: Measured;
  /** One group. */
  readonly alone: Measured;
  /** As many groups as ours has reactions to the topic, in as many processes. */
  readonly fannedOut: Measured;
}

async function compare(settings: Settings, servers: Servers, scale: Scale): Promise<readonly Figure[]> {
  const rounds: Round[] = [];
  // In turn; the first round warms up broker and disk.
  for (let round = 0; round <= settings.rounds; round++) {
    const name = `bench-${scale.readModels}-${scale.partitions}x${scale.replicas}r${round}`;
    const measured = await measureRound(settings.folder, name, { servers, scale });
    if (round > 0) rounds.push(measured);
  }
  const what = `${scale.readModels}, ${scale.partitions} partition(s), ${scale.replicas} replica(s)`;
  const [ours, alone] = [rounds.map((round) => round.ours), rounds.map((round) => round.alone)];
  const fannedOut = rateOf(rounds.map((round) => round.fannedOut));
  const rate = { unit: 'events/s', ours: rateOf(ours) };
  return [
    { what: `append to effect, ${what}`, ...rate, baseline: rateOf(alone), goal },
    { what: `against as many groups of kafkajs, ${what}`, ...rate, baseline: fannedOut },
    ...([0.5, 0.99] as const).map((share) => ({
      what: `lag p${share * 100}, ${what}`,
      unit: 'ms',
      ours: lagOf(ours, share),
      baseline: lagOf(alone, share),
    })),
  ];
}

async function measureRound(
  folder: string,
  name: string,
  { servers, scale }: { readonly servers: Servers; readonly scale: Scale },
): Promise<Round> {
  const broker = new URL(servers.kafka).host;
  await using topology = await Topology.start(folder, name, servers, scale);
  const ours = await measureOurs(topology, load);
  const topic = `${topology.prefix}registration`;
  const messages = (await messagesOf(broker, topic, load.people * 2 + load.events)).slice(-load.events);
  const { training = [], registration = [] } = await groupsOn(broker, topic, topology.prefix);
  const task = { broker, folder, messages, partitions: scale.partitions, load };
  const processes = (groups: readonly string[]) =>
    Array.from({ length: scale.replicas }, () => ({ groups, counted: true }));
  const alone = await measureKafkajsAlone({ ...task, topic: `alone-${name}`, receivers: processes(['group']) });
  const receivers = [...processes(training), { groups: registration, counted: false }];
  const fannedOut = await measureKafkajsAlone({ ...task, topic: `fanned-out-${name}`, receivers });
  return { ours, alone, fannedOut };
}

const rateOf = (runs: readonly Measured[]) => median(runs.map(({ eventsPerSecond }) => eventsPerSecond));
const lagOf = (runs: readonly Measured[], share: number) =>
  percentile(
    runs.flatMap(({ lagsMs }) => lagsMs),
    share,
  );
