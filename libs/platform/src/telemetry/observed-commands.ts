import type { CommandObserver, DomainEvent, Outcome } from '@lotsennetz/kernel';
import type { Counter, Metrics } from './metrics.js';
import { inSpan, type Tracing } from './tracing.js';

export interface CommandFigures {
  readonly handled: Counter;
  readonly conflicts: Counter;
}

export function commandFigures(metrics: Metrics): CommandFigures {
  return {
    handled: metrics.counter(
      'lotsennetz_commands_total',
      'Commands by what came of them: done, nothing-to-do, repeated, refused, stale, key-reused, failed.',
    ),
    conflicts: metrics.counter(
      'lotsennetz_command_conflicts_total',
      'How often a command was decided again because somebody else had appended first.',
    ),
  };
}

/** Counts the commands of a service, and puts a span around each: its events carry that span's trace context. */
export function observedCommands(
  service: string,
  { commands: { handled, conflicts }, tracing }: { readonly commands: CommandFigures; readonly tracing: Tracing },
): CommandObserver {
  handled.add({ service, outcome: 'done' }, 0);
  conflicts.add({ service }, 0);
  return {
    conflict: () => conflicts.add({ service }),
    async around(task, handle) {
      const { stream, scope, id, decide, meta } = task;
      const span = {
        name: decide.name || `change ${stream.category}`,
        kind: 'internal',
        parent: tracing.current() ?? meta.traceparent,
        attributes: { 'lotsennetz.service': service, 'lotsennetz.stream': tracing.isOn ? stream.name(scope, id) : '' },
      } as const;
      return inSpan(tracing, span, async (running) => {
        const { traceparent } = running;
        try {
          const outcome = await handle(traceparent ? { ...task, meta: { ...meta, traceparent } } : task);
          const outcomeCode = codeOf(outcome);
          handled.add({ service, outcome: outcomeCode });
          running.set({ 'lotsennetz.outcome': outcome.kind === 'refused' ? outcome.refused : outcomeCode });
          return outcome;
        } catch (error) {
          handled.add({ service, outcome: 'failed' });
          throw error;
        }
      });
    },
  };
}

function codeOf(outcome: Outcome<unknown, DomainEvent, string>): string {
  if (outcome.kind !== 'done') return outcome.kind;
  if (outcome.repeated) return 'repeated';
  return outcome.events.length > 0 ? 'done' : 'nothing-to-do';
}
