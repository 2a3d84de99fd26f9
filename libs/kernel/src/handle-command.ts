import { tryAppend } from './append-decision.js';
import { done, type CommandPorts, type CommandTask, type Outcome } from './command-task.js';
import type { Revision, StreamName } from './envelope.js';
import type { DomainEvent } from './events.js';
import type { Folded } from './fold-cache.js';
import { foldStream } from './fold-stream.js';
import { judge, type Remembered } from './judge-command.js';
import { upcast, type StreamDefinition } from './stream.js';
import type { TenantScope } from './tenant-scope.js';

export type { CommandMeta, CommandObserver, CommandPorts, CommandTask, Outcome } from './command-task.js';

const attempts = 20;

/**
 * Handles any command: read, fold, decide, seal, append; decides again when somebody else was faster.
 * A repeated command id records nothing and is answered from what it recorded the first time.
 * @throws SubjectForgotten, and Error after 20 lost races.
 */
export async function handleCommand<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
): Promise<Outcome<State, Event, Code>> {
  const { observer } = ports;
  return observer ? observer.around(task, (observed) => inTurn(ports, observed)) : inTurn(ports, task);
}

function inTurn<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
): Promise<Outcome<State, Event, Code>> {
  const name = task.stream.name(task.scope, task.id);
  return ports.folds.inTurn(
    name,
    async () => (await appendUnread(ports, task, name)) ?? decideAndAppend(ports, task, name),
  );
}

/**
 * The short way: events decided on a remembered fold are appended without a look at the store, since the append
 * checks the revision. Every other answer might be wrong if another process has appended: undefined, and it is
 * decided again on what is there.
 */
async function appendUnread<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
  name: StreamName,
): Promise<Outcome<State, Event, Code> | undefined> {
  const folded = ports.folds.get(name);
  if (!folded) return undefined;
  const judgement = judge(task, folded);
  if (judgement.kind !== 'decided' || judgement.events.length === 0) return undefined;
  return tryAppend(ports, task, { name, folded, decision: judgement.events });
}

async function decideAndAppend<State, Command, Event extends DomainEvent, Code extends string>(
  ports: CommandPorts,
  task: CommandTask<State, Command, Event, Code>,
  name: StreamName,
): Promise<Outcome<State, Event, Code>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const folded = await foldStream(ports, task.stream, name);
    const judgement = judge(task, folded);
    if (judgement.kind === 'repetition') return answerAgain(ports, task, { name, folded, earlier: judgement.of });
    if (judgement.kind !== 'decided') return judgement;
    if (judgement.events.length === 0) return done(folded, [], false);
    const outcome = await tryAppend(ports, task, { name, folded, decision: judgement.events });
    if (outcome) return outcome;
  }
  throw new Error(`gave up on ${name} after ${attempts} lost races`);
}

async function answerAgain<State, Event extends DomainEvent>(
  { eventStore }: CommandPorts,
  { stream }: { readonly stream: StreamDefinition<State, Event> },
  { name, folded, earlier }: { readonly name: StreamName; readonly folded: Folded; readonly earlier: Remembered },
): Promise<Outcome<State, Event, never>> {
  const events = await eventStore.readStream(name, earlier.first, earlier.last - earlier.first + 1);
  // Revision and position too are the first answer's, however far the stream has come since.
  const { revision, position } = events.at(-1) ?? folded;
  return done(
    { ...folded, revision, position },
    events.map((event) => upcast(stream, event)),
    true,
  );
}

/** The stream's state now. */
export async function loadState<State, Event extends DomainEvent>(
  ports: CommandPorts,
  stream: StreamDefinition<State, Event>,
  at: { readonly scope: TenantScope; readonly id: string },
): Promise<{ readonly state: State; readonly revision: Revision }> {
  const { state, revision } = await foldStream(ports, stream, stream.name(at.scope, at.id));
  return { state: state as State, revision };
}
