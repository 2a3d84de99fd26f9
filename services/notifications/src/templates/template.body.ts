import type { MessageLanguage, MessageParams } from '../message/message.stream.js';

/** A text before it is addressed: greeting and closing are the same for all. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

export interface LetterFacts extends MessageParams {
  readonly tenantName: string;
  /** Where a proposal can be answered, an invitation accepted; only in the mail itself, since whoever has it may do so. */
  readonly answerAt?: string;
}

/** One kind of message in every language it is sent in. */
export type Template = Readonly<Record<MessageLanguage, (facts: LetterFacts) => Letter>>;
