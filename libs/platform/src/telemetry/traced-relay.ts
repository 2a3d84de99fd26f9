import type { RelayTask } from '@lotsennetz/kernel';
import { inSpan, type Span, type Tracing } from './tracing.js';

/** For the relay: a span for each event that is part of a trace, which its consumers then name as their parent. */
export function tracedPublishing(service: string, tracing: Tracing): Pick<RelayTask, 'around'> {
  if (!tracing.isOn) return {};
  return {
    async around(events, publish) {
      const spans: Span[] = [];
      const traced = events.map((event) => {
        if (!event.traceparent) return event;
        const span = tracing.begin({
          name: `publish ${event.type}`,
          kind: 'producer',
          parent: event.traceparent,
          attributes: { 'messaging.destination.name': service, 'messaging.message.id': event.id },
        });
        spans.push(span);
        return span.traceparent ? { ...event, traceparent: span.traceparent } : event;
      });
      try {
        await publish(traced);
      } catch (error) {
        for (const span of spans) span.fail('unpublished');
        throw error;
      } finally {
        for (const span of spans) span.end();
      }
    },
  };
}

/** For consumers: what a reaction does is part of what led to its event. */
export function tracedReaction(
  consumer: string,
  tracing: Tracing,
): (event: { readonly id: string; readonly traceparent?: string }, work: () => Promise<void>) => Promise<void> {
  return (event, work) =>
    inSpan(
      tracing,
      {
        name: `react ${consumer}`,
        kind: 'consumer',
        parent: event.traceparent,
        attributes: { 'messaging.consumer.group.name': consumer, 'messaging.message.id': event.id },
      },
      work,
    );
}
