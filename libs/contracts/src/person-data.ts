import { defineContract, field } from '@lotsennetz/kernel';

/** One thing a service has written down that concerns a person, as that person may read it. */
export interface PersonalFact {
  /** The kind of thing it belongs to, such as `volunteer` or `course`. */
  readonly about: string;
  readonly id: string;
  /** What happened, by its name in the service. */
  readonly what: string;
  readonly happenedOn: string;
  readonly recordedAt: string;
  /** A role, or `form`, `import`, `automatic`, `operator`, `former-member`. */
  readonly enteredBy: string;
  /** Opened; what belongs to other people is left out. */
  readonly data: unknown;
}

const shape = {
  exportId: field.id(),
  /** From 1; a long life does not fit into one message. */
  part: field.integer(),
  parts: field.integer(),
  /** Under a key of the export itself, which is destroyed when it expires. */
  facts: field.personal<readonly PersonalFact[]>('export', 'exportId'),
} as const;

/** What every service publishes when somebody asks what is stored about them. */
export function personDataGatheredBy<const Service extends string>(service: Service) {
  return defineContract(
    `${service}.person-data-gathered.v1`,
    'Everything that the service has written down about a person who asked for it.',
    shape,
  );
}
