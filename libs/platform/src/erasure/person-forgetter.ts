import type { SubjectKind } from '@lotsennetz/contracts';
import type { ContractEvent, TenantScope } from '@lotsennetz/kernel';

/** Whom to forget, and how commands are sent because of it. */
export interface ErasureTask {
  readonly scope: TenantScope;
  readonly subjectId: string;
  readonly kind: SubjectKind;
  /** The order: commands sent because of it derive their ids from it, so that a repetition does nothing. */
  readonly order: ContractEvent;
  readonly consumer: string;
}

/**
 * What a service does about an erased person beyond the keys: files with their name are deleted, what waits for them
 * is withdrawn, what they hold becomes free. Called when the keys are gone; called again until it has worked.
 */
export abstract class PersonForgetter {
  abstract forget(task: ErasureTask): Promise<void>;
}

/** For services that keep nothing of people but their history. */
export class NothingToForget extends PersonForgetter {
  override forget(): Promise<void> {
    return Promise.resolve();
  }
}
