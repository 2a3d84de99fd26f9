import { pause } from '@lotsennetz/kernel';
import type { Admin } from 'kafkajs';
import type { KafkaClient } from './kafka-client.js';
import type { KafkaAddress } from './kafka-address.js';
import { codeOf } from './kafka-failure.js';
import { within } from './within.js';

const answerWithinMs = 4_500;
const hangUpWithinMs = 2_000;

const unsettled = ['LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION', 'UNKNOWN_TOPIC_OR_PARTITION', 'not-led-yet'];

class NotLedYet extends Error {
  readonly code = 'not-led-yet';
}

const never = new AbortController().signal;

/** Events of one page of the relay fit in one message batch, whatever they hold. */
const longestBatchBytes = 4 * 1_048_576;

/** Topics of the cluster: made on first use, and how far groups are on them. Names are those of the cluster. */
export class KafkaTopics {
  private admin: Promise<Admin> | undefined;
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
      const [ends, done] = await Promise.all([
        admin.fetchTopicOffsets(topic),
        admin.fetchOffsets({ groupId, topics: [topic] }),
      ]);
      const offsets = new Map(done[0]?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      // Without a commit, or with one that retention has overtaken, the group starts at the oldest event there is.
      const left = ends.map(
        ({ partition, high, low }) => Number(high) - Math.max(Number(low), offsets.get(partition) ?? -1),
      );
      return left.reduce((sum, each) => sum + each, 0);
    });
  }

  async close(): Promise<void> {
    await this.hangUp();
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
    this.admin ??= this.connect();
    try {
      return await within(answerWithinMs, untilSettled(this.admin, question));
    } catch (error) {
      // A new connection is surer than one that has met an outage.
      void this.hangUp();
      throw error;
    }
  }

  private async connect(): Promise<Admin> {
    const admin = (await this.kafka()).admin();
    await admin.connect();
    return admin;
  }

  private async hangUp(): Promise<void> {
    const { admin } = this;
    this.admin = undefined;
    await within(
      hangUpWithinMs,
      admin?.then((each) => each.disconnect()),
    ).catch(() => undefined);
  }
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
