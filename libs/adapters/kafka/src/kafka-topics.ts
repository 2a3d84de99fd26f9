import { pause } from '@lotsennetz/kernel';
import type { Admin } from 'kafkajs';
import type { KafkaClient } from './kafka-client.js';
import type { KafkaAddress } from './kafka-address.js';
import { codeOf } from './kafka-failure.js';
import { within } from './within.js';

const answerWithinMs = 4_500;
const hangUpWithinMs = 2_000;

const unsettled = [
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
  'UNKNOWN_TOPIC_OR_PARTITION',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'GROUP_LOAD_IN_PROGRESS',
  'NOT_COORDINATOR_FOR_GROUP',
  'not-led-yet',
];

class NotLedYet extends Error {
  readonly code = 'not-led-yet';
}

const never = new AbortController().signal;

/** Events of one page of the relay fit in one message batch, whatever they hold. */
const longestBatchBytes = 4 * 1_048_576;

/** Topics of the cluster: made on first use, and how far groups are on them. Names are those of the cluster. */
export class KafkaTopics {
  private line: Line | undefined;
  private readonly made = new Map<string, Promise<void>>();

  constructor(
    private readonly kafka: KafkaClient,
    private readonly settings: KafkaAddress['topics'],
  ) {}

  /** Repeatable, also at the same time by several processes. An existing topic stays as it is. */
  ensure(topic: string): Promise<void> {
    const making = this.made.get(topic) ?? this.ask((admin) => this.make(admin, topic));
    this.made.set(topic, making);
    making.catch(() => this.made.delete(topic));
    return making;
  }

  /** Forgets which topics there are: after an outage the cluster may have been set up anew. */
  forget(): void {
    this.made.clear();
  }

  /** Events between what the group has committed and the end, over all partitions. */
  async backlog(topic: string, groupId: string): Promise<number> {
    await this.ensure(topic);
    return this.ask(async (admin) => {
      const ends = await admin.fetchTopicOffsets(topic);
      const done = await admin.fetchOffsets({ groupId, topics: [topic] });
      const offsets = new Map(done[0]?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      // Without a commit, or with one that retention has overtaken, the group starts at the oldest event there is.
      const left = ends.map(
        ({ partition, high, low }) => Number(high) - Math.max(Number(low), offsets.get(partition) ?? -1),
      );
      return left.reduce((sum, each) => sum + each, 0);
    });
  }

  async close(): Promise<void> {
    const { line } = this;
    this.line = undefined;
    if (line) await hangUp(line);
  }

  private async make(admin: Admin, topic: string): Promise<void> {
    // Looked up first: where topics are made by an operator, this process may not be allowed to.
    if ((await admin.listTopics()).includes(topic)) return checkLed(admin, topic);
    const { partitions, replication, retentionHours } = this.settings;
    const config: Readonly<Record<string, string>> = {
      'cleanup.policy': 'delete',
      'retention.ms': String(retentionHours * 3_600_000),
      'max.message.bytes': String(longestBatchBytes),
      // An acknowledged event is on two brokers at least, and one may still fail without stopping the others.
      ...(replication >= 3 ? { 'min.insync.replicas': '2' } : {}),
    };
    const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
    await admin.createTopics({
      // Asking for what is not led yet is tried again below; kafkajs would give up.
      waitForLeaders: false,
      timeout: answerWithinMs,
      topics: [{ topic, numPartitions: partitions, replicationFactor: replication, configEntries }],
    });
    await checkLed(admin, topic);
  }

  private async ask<Result>(question: (admin: Admin) => Promise<Result>): Promise<Result> {
    const line = (this.line ??= { admin: this.connect(), questions: 0, last: Promise.resolve() });
    line.questions += 1;
    try {
      // One after the other: kafkajs mixes up answers about several topics.
      const answer = line.last.then(() => untilSettled(line.admin, question));
      line.last = answer.catch(() => undefined);
      return await within(answerWithinMs, answer);
    } catch (error) {
      // A new connection is surer than one that has met an outage.
      if (this.line === line) this.line = undefined;
      throw error;
    } finally {
      line.questions -= 1;
      // Others may still be asking on it, and kafkajs answers them with nonsense once it is disconnected.
      if (this.line !== line && line.questions === 0) void hangUp(line);
    }
  }

  private async connect(): Promise<Admin> {
    const admin = (await this.kafka()).admin();
    await admin.connect();
    return admin;
  }
}

/** A connection, how many wait for answers on it, and the last of them. */
interface Line {
  readonly admin: Promise<Admin>;
  questions: number;
  last: Promise<unknown>;
}

async function hangUp({ admin }: Line): Promise<void> {
  await within(
    hangUpWithinMs,
    admin.then((each) => each.disconnect()),
  ).catch(() => undefined);
}

/** Asks again while brokers do not yet agree on who leads what, as they do for moments after a topic was made. */
async function untilSettled<Result>(
  admin: Promise<Admin>,
  question: (admin: Admin) => Promise<Result>,
): Promise<Result> {
  for (const deadline = Date.now() + answerWithinMs; ;) {
    try {
      return await question(await admin);
    } catch (error) {
      if (!unsettled.includes(codeOf(error)) || Date.now() > deadline) throw error;
      await pause(25, never);
    }
  }
}

async function checkLed(admin: Admin, topic: string): Promise<void> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  if (topics.some((each) => each.partitions.some(({ leader }) => leader < 0))) throw new NotLedYet();
}
