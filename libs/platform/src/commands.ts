import {
  deriveId,
  handleCommand,
  TenantScope,
  type CommandId,
  type CommandTask,
  type ContractEvent,
  type DomainEvent,
  type Outcome,
  type Refusal,
} from '@lotsennetz/kernel';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { RequestContext } from './http/context.js';
import { notFound, Problem } from './http/problem.js';
import { Written, type WriteAnswer } from './http/written.js';
import { ServiceRuntime } from './service-runtime.js';

/** A command without what the context supplies. */
export type Task<State, Command, Event extends DomainEvent, Code extends string> = Omit<
  CommandTask<State, Command, Event, Code>,
  'scope' | 'meta'
>;
type Done<State, Event extends DomainEvent> = Extract<Outcome<State, Event, never>, { kind: 'done' }>;

/** Every refusal of a decision with its HTTP status; the compiler finds a missing one. */
export type RefusalStatuses<Code extends string> = Readonly<Record<Code, HttpStatus>>;

/** The way of every command of this service, whether a request or a reaction sends it. */
@Injectable()
export class Commands {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** For a request. @throws Problem for a refusal, 412 `stale`, 422 `key-reused`. */
  async send<State, Command, Event extends DomainEvent, Code extends string>(
    context: RequestContext,
    task: Task<State, Command, Event, Code>,
    statuses: RefusalStatuses<Code>,
  ): Promise<Done<State, Event>> {
    const { scope, actor, correlationId, ifMatch } = context;
    const meta = {
      actor,
      correlationId,
      ...present({ commandId: context.commandId, fingerprint: context.fingerprint, traceparent: context.traceparent }),
    };
    const outcome = await handleCommand(this.runtime, { ifMatch, ...task, scope, meta });
    if (outcome.kind === 'refused') throw refusalOf(outcome, statuses[outcome.refused], context);
    if (outcome.kind === 'stale')
      throw new Problem(
        HttpStatus.PRECONDITION_FAILED,
        'stale',
        'Somebody else has changed this. Look at the new state and decide again.',
        { revision: outcome.revision },
      );
    if (outcome.kind === 'key-reused')
      throw new Problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        'idempotency-key-reused',
        'This Idempotency-Key was used for another request.',
      );
    return outcome;
  }

  /**
   * For a reaction to a contract event: its command id derives from the event and the consumer's name (and `part`,
   * where one event leads to several commands of one stream), so that an event that comes twice acts once.
   *
   * `into` writes to another tenant's history than the event's own. Only for what that tenant has let in itself, and
   * the decision must check on the stream that it has.
   */
  async react<State, Command, Event extends DomainEvent, Code extends string>(
    event: ContractEvent,
    consumer: string,
    task: Task<State, Command, Event, Code> & { readonly part?: string; readonly into?: TenantScope },
  ): Promise<Outcome<State, Event, Code>> {
    const commandId = deriveId('reaction', event.id, consumer, task.part ?? '') as CommandId;
    const meta = {
      actor: `reaction:${consumer}`,
      correlationId: event.correlationId,
      causationId: event.id,
      commandId,
      ...present({ traceparent: event.traceparent }),
    };
    return handleCommand(this.runtime, { ...task, scope: task.into ?? TenantScope.of(event.tenant), meta });
  }

  /** For the service's own work (imports, sweeps, clocks): the caller names a stable key that makes it happen once. */
  async run<State, Command, Event extends DomainEvent, Code extends string>(
    origin: { readonly scope: TenantScope; readonly actor: string; readonly key: string },
    task: Task<State, Command, Event, Code>,
  ): Promise<Outcome<State, Event, Code>> {
    const commandId = deriveId('own', origin.scope.tenant, origin.actor, origin.key) as CommandId;
    return handleCommand(this.runtime, {
      ...task,
      scope: origin.scope,
      meta: { actor: origin.actor, correlationId: commandId, commandId },
    });
  }
}

/**
 * An id that a command does not know is answered like any other unknown address; `refused` says to staff which one it
 * was. Others must not learn from it whether there is such a thing.
 */
function refusalOf({ refused, details }: Refusal, status: HttpStatus, { relation }: RequestContext): Problem {
  if (status === HttpStatus.NOT_FOUND) return notFound(relation === 'member' ? { refused } : {});
  return new Problem(status, refused, `Refused: ${refused}.`, details);
}

/** 201 when the command recorded something, 200 when it was done before; a repeated key answers like the first time. */
export function created(id: string, outcome: Done<unknown, DomainEvent>): Written {
  const status = outcome.events.length > 0 ? HttpStatus.CREATED : HttpStatus.OK;
  return new Written(status, answerOf(id, outcome), outcome.revision);
}

/** 200 with the usual answer. */
export function changed(id: string, outcome: Done<unknown, DomainEvent>): Written {
  return new Written(HttpStatus.OK, answerOf(id, outcome), outcome.revision);
}

function answerOf(id: string, { revision, position }: Done<unknown, DomainEvent>): WriteAnswer {
  return { id, revision, position: position ?? null };
}

function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) result[name] = value;
  return result as never;
}
