import fc from 'fast-check';
import type { Answer, Message } from '../http-client.js';
import { operationsOf, type ApiDocument } from '../fuzz/api-document.js';
import { isViewBehind } from '../fuzz/judge.js';
import { requestPlan, type RequestPlan } from '../fuzz/request-plan.js';
import { attack, bySession, leaksIn, reaches, tellable, twinOf, type Reach } from './attack.js';
import type { Party } from './canaries.js';

export interface IsolationReport {
  readonly calls: number;
  /** One line for each kind of fault at each operation, with the first request that showed it. */
  readonly faults: ReadonlyMap<string, string>;
  /** Operations that were called in each way. */
  readonly reached: ReadonlyMap<Reach, ReadonlySet<string>>;
  /** Attacks by people who were signed in, not by tokens. */
  readonly bySession: number;
  /** Pairs of a foreign and an unknown thing that were compared. */
  readonly compared: number;
  /** Milliseconds until the answer. */
  readonly foreignMs: readonly number[];
  readonly unknownMs: readonly number[];
}

export type Send = (message: Message) => Promise<Answer>;

/** Every operation in every way, by every party against every other, until the calls are made. */
export async function tryIsolation(
  send: Send,
  { document, parties }: { readonly document: ApiDocument; readonly parties: readonly Party[] },
  { seed, calls }: { readonly seed: number; readonly calls: number },
): Promise<IsolationReport> {
  const operations = operationsOf(document).filter(({ path }) => path.includes('{tenant}'));
  const run = new IsolationRun(send, parties);
  for (let round = 0; run.calls < calls; round++)
    for (const [at, operation] of operations.entries()) {
      const [plan] = fc.sample(requestPlan(document, operation), {
        seed: seed + round * operations.length + at,
        numRuns: 1,
      });
      const attacker = parties[(round + at) % parties.length];
      const victim = parties[(round + at + 1 + (round % (parties.length - 1))) % parties.length];
      const reach = reaches[(round + at) % reaches.length];
      if (plan && attacker && victim && reach) await run.one(plan, reach, { attacker, victim });
      if (run.calls >= calls) break;
    }
  return run.report();
}

class IsolationRun {
  calls = 0;
  private attacks = 0;
  private bySession = 0;
  private compared = 0;
  private unknown = 0;
  private readonly faults = new Map<string, string>();
  private readonly reached = new Map<Reach, Set<string>>();
  private readonly foreignMs: number[] = [];
  private readonly unknownMs: number[] = [];

  constructor(
    private readonly send: Send,
    private readonly parties: readonly Party[],
  ) {}

  async one(plan: RequestPlan, reach: Reach, sides: { attacker: Party; victim: Party }): Promise<void> {
    const byToken = attack(plan, reach, sides).message;
    const message = this.attacks++ % 3 === 0 ? bySession(byToken, sides.attacker) : byToken;
    if (message !== byToken) this.bySession++;
    const { name, method } = plan.operation;
    this.reached.set(reach, (this.reached.get(reach) ?? new Set()).add(name));
    const twin = twinOf(message, sides.victim, () => this.unknownId());
    // What the first of two changes, the second finds changed: in turns, so that neither is always the first.
    const twinFirst = this.calls % 2 === 0;
    const before = twin && twinFirst ? await this.answerTo(twin, this.unknownMs) : undefined;
    const answer = await this.answerTo(message, twin ? this.foreignMs : []);
    const unlike = twin && (before ?? (await this.answerTo(twin, this.unknownMs)));
    const fault = (what: string) => this.note(`${name}: ${what}`, message, answer);
    // What a tenant shows to everybody is no secret of it.
    const open = plan.operation.roles === undefined && reach === 'address';
    const others = this.parties.filter(
      ({ tenant }) => tenant !== sides.attacker.tenant && !(open && tenant === sides.victim.tenant),
    );
    for (const leak of leaksIn(answer, others)) fault(leak);
    if (answer.status >= 500 && !isViewBehind(answer)) fault(`${answer.status}`);
    if (answer.status < 300 && reach === 'address' && plan.operation.roles)
      fault(`${answer.status} at another tenant's address`);
    if (!unlike || open || (method !== 'GET' && reach !== 'address' && reach !== 'ids')) return;
    this.compared++;
    if (JSON.stringify(tellable(answer)) !== JSON.stringify(tellable(unlike)))
      fault(`a foreign thing is answered unlike an unknown one: ${unlike.status} ${unlike.text.slice(0, 200)}`);
  }

  // A new one each time: what a command is sent for may exist from then on.
  private unknownId(): string {
    return `01890a5d-ac97-7000-8000-${(this.unknown += 1).toString(16).padStart(12, '0')}`;
  }

  report(): IsolationReport {
    const { calls, faults, reached, bySession: signedIn, compared, foreignMs, unknownMs } = this;
    return { calls, faults, reached, bySession: signedIn, compared, foreignMs, unknownMs };
  }

  private async answerTo(message: Message, ms: number[]): Promise<Answer> {
    this.calls++;
    const since = performance.now();
    const answer = await this.send(message);
    ms.push(performance.now() - since);
    return answer;
  }

  private note(fault: string, { method, path, body }: Message, { status, text }: Answer): void {
    const example = `${method} ${path.slice(0, 300)} ${body?.toString().slice(0, 300) ?? ''}\n    -> ${status} ${text.slice(0, 300)}`;
    if (!this.faults.has(fault)) this.faults.set(fault, example);
  }
}

/** The middle of the figures; report only, since a machine's other work shows in it. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}
