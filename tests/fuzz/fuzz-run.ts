import fc from 'fast-check';
import { NoAnswer, type Answer } from '../http-client.js';
import type { PlatformUnderTest } from '../platform-under-test.js';
import { operationsOf, readDocument, type Operation } from './api-document.js';
import type { Harvest } from './harvest.js';
import { faultsOf, isViewBehind } from './judge.js';
import { plainPlan } from './plain-plan.js';
import { render, type Parties, type Rendered } from './render.js';
import { requestPlan, type RequestPlan } from './request-plan.js';
import { RequestWatch } from './request-watch.js';

/** What a run has seen. */
export interface FuzzReport {
  /** One line for each kind of fault at each operation, with the first request that showed it. */
  readonly faults: ReadonlyMap<string, string>;
  /** Operation -> status -> how often. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly viewBehind: number;
}

const blockSize = 200;
const clients = 16;
/** So often an operation that chance never led to a success is sent as an office would send it. */
const plainTries = 12;

/** Sends so many requests: three blocks of four one by one, so that what each recorded is known, the fourth side by side. */
export async function fuzz(
  platform: PlatformUnderTest,
  parties: Parties,
  { seed, requests }: { readonly seed: number; readonly requests: number },
): Promise<FuzzReport> {
  const document = await readDocument(platform.process.http);
  const plans = fc.sample(fc.oneof(...operationsOf(document).map((operation) => requestPlan(document, operation))), {
    seed,
    numRuns: requests,
  });
  const run = new FuzzRun(platform, parties);
  for (let from = 0; from < plans.length; from += blockSize) {
    const block = plans.slice(from, from + blockSize);
    if ((from / blockSize) % 4 === 3) await run.sideBySide(block);
    else await run.oneByOne(block);
  }
  for (const operation of operationsOf(document)
    .filter(({ method }) => method !== 'GET')
    .slice(0, 6))
    await run.oneByOne(fc.sample(requestPlan(document, operation), { seed, numRuns: 1 }).map(asHuge));
  const missing = operationsOf(document).filter(({ name }) => !run.succeeded(name));
  for (const operation of missing)
    await run.oneByOne(fc.sample(plainPlan(document, operation), { seed, numRuns: plainTries }));
  return run.report();
}

function asHuge(plan: RequestPlan): RequestPlan {
  return { ...plan, caller: 'permitted', tenant: 'own', rawQuery: undefined, headers: {}, body: { kind: 'huge' } };
}

class FuzzRun {
  private readonly faults = new Map<string, string>();
  private readonly answers = new Map<string, Map<number, number>>();
  private readonly watch: RequestWatch;
  private viewBehind = 0;

  constructor(
    private readonly platform: PlatformUnderTest,
    private readonly parties: Parties,
  ) {
    this.watch = new RequestWatch(platform.stores);
  }

  async oneByOne(plans: readonly RequestPlan[]): Promise<void> {
    await this.watch.recordedByCallers();
    for (const plan of plans) {
      const rendered = render(plan, this.parties);
      const answer = await this.send(plan.operation, rendered);
      const recorded = await this.watch.recordedByCallers();
      const mayRecord = answer !== undefined && answer.status < 400 && plan.operation.method !== 'GET';
      if (recorded.length > 0 && !mayRecord)
        this.fault(
          plan.operation,
          `${answer?.status ?? 'no answer'}, but recorded ${recorded.join()}`,
          rendered,
          answer,
        );
    }
  }

  async sideBySide(plans: readonly RequestPlan[]): Promise<void> {
    const queue = [...plans];
    const client = async () => {
      for (let plan = queue.shift(); plan; plan = queue.shift())
        await this.send(plan.operation, render(plan, this.parties));
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  succeeded(operation: string): boolean {
    return [...(this.answers.get(operation)?.keys() ?? [])].some((status) => status < 300);
  }

  report(): FuzzReport {
    return { faults: this.faults, answers: this.answers, viewBehind: this.viewBehind };
  }

  private async send(operation: Operation, rendered: Rendered): Promise<Answer | undefined> {
    const answer = await this.answerTo(rendered);
    if (!answer) {
      this.fault(operation, 'no answer', rendered, undefined);
      return undefined;
    }
    this.count(operation, answer);
    for (const fault of judged(operation, rendered, answer)) this.fault(operation, fault, rendered, answer);
    if (answer.status < 300 && answer.headers['content-type']?.includes('json'))
      this.harvestOf(rendered).take(rendered.message.path, JSON.parse(answer.text));
    return answer;
  }

  private async answerTo({ message }: Rendered): Promise<Answer | undefined> {
    try {
      return await this.platform.process.http.send(message);
    } catch (error) {
      if (error instanceof NoAnswer) return undefined;
      throw error;
    }
  }

  private harvestOf({ expectation }: Rendered): Harvest {
    return expectation.addressIsOwn ? this.parties.own.harvest : this.parties.other.harvest;
  }

  private count({ name }: Operation, answer: Answer): void {
    const statuses = this.answers.get(name) ?? new Map<number, number>();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    this.answers.set(name, statuses);
    if (isViewBehind(answer)) this.viewBehind++;
  }

  private fault({ name }: Operation, what: string, { message }: Rendered, answer: Answer | undefined): void {
    const body = message.body?.toString().slice(0, 600) ?? '';
    const sent = `${message.method} ${message.path.slice(0, 300)} ${JSON.stringify(message.headers).slice(0, 300)} ${body}`;
    const fault = `${name}: ${what}`;
    if (!this.faults.has(fault)) this.faults.set(fault, `${sent}\n    -> ${answer?.text.slice(0, 400) ?? ''}`);
  }
}

function judged(operation: Operation, rendered: Rendered, answer: Answer): readonly string[] {
  try {
    return faultsOf(operation, rendered, answer);
  } catch (error) {
    if (error instanceof SyntaxError) return [`${answer.status} is no JSON`];
    throw error;
  }
}
