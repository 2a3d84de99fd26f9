import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Message = { readonly ready: unknown } | { readonly answer: unknown } | { readonly failure: string };

/** A process of its own that is asked one thing at a time. */
export class Child<Ready> {
  private constructor(
    private readonly process: ChildProcess,
    readonly ready: Ready,
  ) {}

  /** Starts a module of `children/`; it inherits the way this process loads TypeScript. @throws Error when it fails to start. */
  static async start<Ready>(name: string, input: object, nodeOptions: readonly string[] = []): Promise<Child<Ready>> {
    const module = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));
    const child = fork(module, [JSON.stringify(input)], { execArgv: [...process.execArgv, ...nodeOptions] });
    const message = await nextMessage(child);
    if (!('ready' in message)) throw new Error(`${name} did not start`, { cause: message });
    return new Child(child, message.ready as Ready);
  }

  async ask<Answer>(question: string): Promise<Answer> {
    const answered = nextMessage(this.process);
    this.process.send(question);
    const message = await answered;
    if (!('answer' in message)) throw new Error(`'${question}' was not answered`, { cause: message });
    return message.answer as Answer;
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.send('stop');
    await ended;
  }
}

async function nextMessage(child: ChildProcess): Promise<Message> {
  const ending = new AbortController();
  const exited = once(child, 'exit', { signal: ending.signal }).then(([code]) => {
    throw new Error(`the process ended with ${String(code)}`);
  });
  try {
    return await Promise.race([once(child, 'message', { signal: ending.signal }).then(([m]) => m as Message), exited]);
  } finally {
    exited.catch(() => undefined);
    ending.abort();
  }
}

/** The child's side: what it was started with. */
export function childInput(): unknown {
  return JSON.parse(process.argv[2] ?? '{}');
}

/** The child's side: says that it is ready, then answers until told to stop. */
export function serveParent(
  ready: unknown,
  answers: Readonly<Record<string, () => unknown>>,
  stop: () => Promise<void>,
): void {
  const reply = (message: Message) => process.send?.(message);
  process.on('message', (question: string) => {
    if (question === 'stop') return void stop().then(() => process.exit(0));
    const answer = answers[question];
    void Promise.resolve()
      .then(() => answer?.())
      .then((value) => reply({ answer: value ?? null }))
      .catch((error: unknown) => reply({ failure: String(error) }));
  });
  process.on('disconnect', () => process.exit(1));
  reply({ ready });
}

/** Processor time and memory of this process; an answer most children give. */
export interface Usage {
  readonly cpuMs: number;
  readonly residentMb: number;
}

export function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, residentMb: process.memoryUsage.rss() / 1_048_576 };
}
