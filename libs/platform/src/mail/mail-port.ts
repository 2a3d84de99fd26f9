import type { Instant } from '@lotsennetz/kernel';

export interface Mail {
  /** Without angle brackets; the same whenever the same message is sent again. */
  readonly messageId: string;
  readonly tenant: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  readonly date: Instant;
}

/** `unreachable`: try again later. `rejected`: this address takes no mail, trying again will not help. */
export type Delivery = 'delivered' | 'unreachable' | 'rejected';

/** Port: the way of mail out of the platform. Injected by this class as its token. */
export abstract class MailPort {
  /** May be called again for the same mail after a crash; the Message-ID is then the same. */
  abstract deliver(mail: Mail): Promise<Delivery>;
  /**
   * Deletes what is left here of messages, given the part of their Message-ID before the `@`. May be repeated; what has
   * left the platform is the recipient's.
   */
  abstract remove(tenant: string, messages: readonly string[]): Promise<void>;
  abstract close(): Promise<void>;
}
