import { pause } from '@lotsennetz/kernel';
import { NoAnswer, type Answer, type Message } from '../http-client.js';
import { PlatformProcess, type Settings } from '../platform-process.js';
import { PlatformUnderTest } from '../platform-under-test.js';

/** A process of the fleet, with the services it runs. */
export interface Member {
  readonly services: readonly string[];
  readonly process: PlatformProcess;
}

/** Longer than any outage of these tests: what finds its stream through a view waits for the views. */
const giveUpAfterMs = 180_000;
const never = AbortSignal.any([]);

/**
 * Services in processes of their own on servers of the test's own. What is sent goes to any process of the service and
 * is sent again, with the same key, when there was no answer or the service could not be reached: as a good client does.
 */
export class Fleet implements AsyncDisposable {
  readonly under: PlatformUnderTest;
  readonly members: Member[] = [];
  /** What was sent again, because of what. */
  readonly repeats: string[] = [];
  readonly http = { send: (message: Message) => this.send(message) };
  private readonly settings: Settings;
  private readonly held = new Set<Member>();
  private turn = 0;

  constructor(servers: Settings) {
    this.under = new PlatformUnderTest(servers);
    this.settings = {
      LOTSENNETZ_DATA: this.under.folder,
      LOTSENNETZ_PUBLIC_FORMS_PER_MINUTE: '1000000',
      LOTSENNETZ_REQUESTS_PER_MINUTE: '0',
      ...servers,
    };
  }

  async add(services: readonly string[], more: Settings = {}): Promise<Member> {
    const process = await PlatformProcess.start({ ...this.settings, ...more }, ['serve', ...services]);
    const member = { services, process };
    this.members.push(member);
    return member;
  }

  async kill(member: Member): Promise<void> {
    this.forget(member);
    await member.process.kill();
  }

  /** SIGTERM, and how it ended. */
  async stop(member: Member): Promise<{ readonly exitCode: number | null; readonly afterMs: number }> {
    const since = performance.now();
    this.forget(member);
    const exitCode = await member.process.stop();
    return { exitCode, afterMs: performance.now() - since };
  }

  /** Nothing is sent there until it goes on. */
  holdUp(member: Member): void {
    this.held.add(member);
    member.process.holdUp();
  }

  goOn(member: Member): void {
    member.process.goOn();
    this.held.delete(member);
  }

  /** Founds a tenant and makes a token; resolves when every service knows it. */
  async tenant(id: string): Promise<string> {
    await this.under.foundTenant(id);
    const token = await this.under.createToken(id, 'administrator');
    await this.settled();
    return token;
  }

  /** Waits until everything recorded is published and handled, and nothing comes of it. @throws Error when it takes longer. */
  async settled(withinMs = giveUpAfterMs): Promise<void> {
    const deadline = Date.now() + withinMs;
    for (let before = ''; ;) {
      const all = await Promise.all(this.members.map((member) => progressOf(member)));
      const at = all.map((each) => each?.at).join();
      if (all.every((each) => each?.still) && at === before) return;
      if (Date.now() > deadline) throw new Error(`events are still under way: ${JSON.stringify(all)}`);
      before = at;
      await pause(100, never);
    }
  }

  private async send(message: Message): Promise<Answer> {
    const deadline = Date.now() + giveUpAfterMs;
    for (;;) {
      const answer = await this.sendOnce(message);
      if (typeof answer !== 'string') return answer;
      if (Date.now() > deadline) throw new Error(`${message.method} ${message.path}: ${answer}`);
      this.repeats.push(`${message.method} ${message.path}: ${answer}`);
      await pause(100, never);
    }
  }

  /** Why it must be sent again, else the answer. */
  private async sendOnce(message: Message): Promise<Answer | string> {
    const service = message.path.split('/')[1] ?? '';
    const able = this.members.filter((member) => member.services.includes(service) && !this.held.has(member));
    const member = able[this.turn++ % able.length];
    if (!member) return 'nobody serves it';
    try {
      const answer = await member.process.http.send(message);
      return answer.status === 503 ? answer.text : answer;
    } catch (error) {
      if (error instanceof NoAnswer) return 'no answer';
      throw error;
    }
  }

  private forget(member: Member): void {
    this.members.splice(this.members.indexOf(member), 1);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const member of [...this.members]) {
      member.process.goOn();
      await this.kill(member);
    }
    await this.under[Symbol.asyncDispose]();
  }
}

/** undefined while it cannot tell. */
async function progressOf({ process }: Member): Promise<{ readonly still: boolean; readonly at: string } | undefined> {
  try {
    const { status, text } = await process.http.send({ method: 'GET', path: '/health/progress' });
    return status === 200 ? (JSON.parse(text) as { still: boolean; at: string }) : undefined;
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}
