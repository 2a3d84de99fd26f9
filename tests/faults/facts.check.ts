import type { ContractEvent } from '@lotsennetz/kernel';
import { services } from '@lotsennetz/suite';
import type { History } from '../crash/history.js';

/** Of these every one becomes a fact in reporting. */
const kept = [
  ...['interest-registered', 'volunteer-accepted', 'volunteer-paused', 'volunteer-resumed', 'newcomer-registered'],
  ...['course-planned', 'volunteer-enrolled', 'volunteer-waitlisted', 'volunteer-promoted', 'certificate-issued'],
  ...['course-completed', 'request-recorded', 'proposal-made', 'placement-confirmed', 'visit-logged'],
];

interface Fact {
  readonly fact: string;
  readonly sourceStream: string;
  readonly sourceRevision: number;
}

/** What every service published and reporting did not keep, kept twice, or kept out of the order of its stream. */
export function factFaults(histories: ReadonlyMap<string, History>): readonly string[] {
  const facts = (histories.get('reporting') ?? []).flatMap(({ data }) =>
    'sourceStream' in data ? [data as Fact] : [],
  );
  const names = facts.filter(({ fact }) => kept.includes(fact)).map(nameOf);
  const expected = publishedFacts(histories);
  const found = new Set(names);
  return [
    ...expected.filter((name) => !found.has(name)).map((name) => `never kept: ${name}`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `kept twice: ${name}`),
    ...[...Map.groupBy(facts, ({ sourceStream }) => sourceStream)].flatMap(([stream, its]) =>
      its.some(({ sourceRevision }, index) => sourceRevision < (its[index - 1]?.sourceRevision ?? -1))
        ? [`out of order: ${stream}`]
        : [],
    ),
  ];
}

export function publishedFacts(histories: ReadonlyMap<string, History>): readonly string[] {
  return services.flatMap(({ name, published }) =>
    (histories.get(name) ?? []).flatMap((event) => {
      const contract = firstOf(published.map((publish) => publish(event)));
      const fact = contract?.type.split('.')[1] ?? '';
      return contract && kept.includes(fact)
        ? [nameOf({ fact, sourceStream: contract.stream, sourceRevision: contract.revision })]
        : [];
    }),
  );
}

function firstOf(contracts: readonly (ContractEvent | undefined)[]): ContractEvent | undefined {
  return contracts.find((contract) => contract !== undefined);
}

function nameOf({ fact, sourceStream, sourceRevision }: Fact): string {
  return `${fact} of ${sourceStream}/${sourceRevision}`;
}
