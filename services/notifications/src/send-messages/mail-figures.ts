import type { Counter, Telemetry } from '@lotsennetz/platform';
import type { Attempt } from './record-attempt.decider.js';

/** `failed`: the way out is in trouble, and it will be tried again. The last two say something about one address only. */
const outcomes = ['sent', 'failed', 'rejected', 'no-recipient'] as const;
export type MailOutcome = (typeof outcomes)[number];

export function mailCounter(metrics: Telemetry['metrics']): Counter {
  const mails = metrics.counter(
    'lotsennetz_mails_total',
    `Attempts to send a mail, by outcome: ${outcomes.join(', ')}.`,
  );
  for (const outcome of outcomes) mails.add({ outcome }, 0);
  return mails;
}

/** undefined where nothing was attempted. */
export function outcomeOf(attempt: Attempt): MailOutcome | undefined {
  if (attempt.outcome === 'sent') return 'sent';
  if (attempt.outcome === 'pointless') return undefined;
  switch (attempt.reason) {
    case 'unreachable':
      return 'failed';
    case 'rejected':
      return 'rejected';
    case 'unknown-recipient':
    case 'no-address':
    case 'erased':
    case 'invitation-over':
    case 'restricted':
      return 'no-recipient';
  }
}
