import { Kafka, logLevel } from 'kafkajs';

/**
 * The groups of our services that have received messages of a topic, by service. Every reaction is a group of its own,
 * so a message goes to many of them, whether they act on it or not.
 */
export async function groupsOn(
  broker: string,
  topic: string,
  prefix: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const admin = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const ours = (await admin.listGroups()).groups.flatMap(({ groupId }) =>
    groupId.startsWith(prefix) ? [groupId.slice(prefix.length)] : [],
  );
  const received: string[] = [];
  for (const group of ours) {
    const [offsets] = await admin.fetchOffsets({ groupId: `${prefix}${group}`, topics: [topic] });
    if (offsets?.partitions.some(({ offset }) => Number(offset) >= 0)) received.push(group);
  }
  await admin.disconnect();
  return Object.fromEntries(Map.groupBy(received, (group) => group.slice(0, group.indexOf('.'))));
}
