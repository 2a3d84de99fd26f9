import { createHash } from 'node:crypto';
import { deriveId, loadState, type CommandId, handleCommand, type TenantScope } from '@lotsennetz/kernel';
import { HttpStatus, Injectable, Logger } from '@nestjs/common';
import type { RequestContext } from '../http/context.js';
import { Problem } from '../http/problem.js';
import { Written } from '../http/written.js';
import { ServiceRuntime } from '../service-runtime.js';
import { describeError } from '../telemetry/describe-error.js';
import type { Turn } from '../turns.js';
import type { LineError } from './csv.js';
import { ImportStepFailed, type ImportFile, type ImportStatus, type ImportStep } from './import-file.js';
import { importStream, type ImportEvent, type ImportState } from './import.stream.js';

interface Progress {
  readonly id: string;
  readonly done: number;
}

const stepsAtOnce = 32;
/** A file that fits nothing has an error in every line; nobody reads them all. */
const reportedErrors = 500;

/** Takes a file in: all of it is checked before anything is written; then it runs on its own, one import a tenant at a time. */
@Injectable()
export class ImportRunner {
  private readonly logger = new Logger('import');

  constructor(private readonly runtime: ServiceRuntime) {}

  /** @throws Problem 422 `import-rejected` with a report by line, 409 `import-running`. */
  async start<Line>(context: RequestContext, file: ImportFile<Line>): Promise<Written<ImportStatus>> {
    const { scope } = context;
    const fileHash = createHash('sha256').update(file.text).digest('hex');
    const id = deriveId('import', this.runtime.name, scope.tenant, file.kind, fileHash);
    const progress = { id, done: 0 };
    const turn = await this.runtime.turns.take(turnOf(scope), () => JSON.stringify(progress));
    if (!turn)
      throw new Problem(
        HttpStatus.CONFLICT,
        'import-running',
        'An import of this tenant is still running. Wait until it is done.',
        { id: (await this.underWay(scope))?.id },
      );
    try {
      const read = await file.read(file.text);
      const steps = 'errors' in read ? read : await file.plan(read.lines);
      if ('errors' in steps) throw rejected(steps.errors);
      await this.record(context, id, {
        type: 'ImportStarted',
        happenedOn: context.today,
        data: { kind: file.kind, fileHash, total: steps.length },
      });
      this.runtime.finishBeforeClosing(this.run(context, { id, fileHash, steps, progress, turn }));
      return new Written(HttpStatus.ACCEPTED, { id, kind: file.kind, state: 'running', done: 0, total: steps.length });
    } catch (error) {
      await turn.release();
      throw error;
    }
  }

  async status(scope: TenantScope, id: string): Promise<ImportStatus | undefined> {
    const running = await this.underWay(scope);
    const { state } = await loadState(this.runtime, importStream(this.runtime.name), { scope, id });
    if (state.status === 'unknown') return undefined;
    const { kind, total } = state;
    if (running?.id === id) return { id, kind, state: 'running', done: running.done, total };
    if (state.status === 'finished') return { id, kind, state: 'done', done: total, total };
    if (state.status === 'failed')
      return { id, kind, state: 'failed', done: state.done, total, failure: { line: state.line, code: state.code } };
    return { id, kind, state: 'interrupted', done: 0, total };
  }

  /** The import of the tenant that runs now, here or in another replica; that one's progress is as of a moment ago. */
  private async underWay(scope: TenantScope): Promise<Progress | undefined> {
    const about = await this.runtime.turns.underWay(turnOf(scope));
    return about ? (JSON.parse(about) as Progress) : undefined;
  }

  private async run(
    context: RequestContext,
    job: {
      readonly id: string;
      readonly fileHash: string;
      readonly steps: readonly ImportStep[];
      readonly progress: { done: number };
      readonly turn: Turn;
    },
  ): Promise<void> {
    const actor = `import:${job.id}`;
    const happenedOn = context.today;
    let failure: { line: number; code: string } | undefined;
    try {
      for (let from = 0; from < job.steps.length && !failure; from += stepsAtOnce) {
        if (this.runtime.signal.aborted || job.turn.signal.aborted) return;
        const group = job.steps.slice(from, from + stepsAtOnce);
        const results = await allEnded(
          group.map((step) => this.step(step, { scope: context.scope, actor, key: `${job.fileHash}/${step.line}` })),
        );
        failure = results.find((result) => result !== undefined);
        job.progress.done += results.filter((result) => result === undefined).length;
      }
      const { done } = job.progress;
      await this.record(
        context,
        job.id,
        failure
          ? { type: 'ImportFailed', happenedOn, data: { done, ...failure } }
          : { type: 'ImportFinished', happenedOn, data: { done } },
      );
      await this.untilShown();
    } catch (error) {
      this.logger.error(`import ${job.id} was interrupted: ${describeError(error)}`);
    } finally {
      await job.turn.release().catch(() => undefined);
    }
  }

  /** Whoever reads "done" looks at the lists next: they show it by then, unless the views are in trouble. */
  private async untilShown(): Promise<void> {
    const head = await this.runtime.eventStore.head();
    for (let tries = 50; head && tries > 0 && !this.runtime.signal.aborted; tries--)
      if (await this.runtime.views.reach(head, 200)) return;
  }

  private async step(
    step: ImportStep,
    origin: Parameters<ImportStep['run']>[0],
  ): Promise<{ line: number; code: string } | undefined> {
    try {
      await step.run(origin);
      return undefined;
    } catch (error) {
      if (error instanceof ImportStepFailed) return { line: step.line, code: error.code };
      throw error;
    }
  }

  private async record(context: RequestContext, id: string, event: ImportEvent): Promise<void> {
    const meta = {
      actor: context.actor,
      correlationId: context.correlationId,
      commandId: this.runtime.ids.next() as CommandId,
    };
    const decide = (command: ImportEvent, _state: ImportState) => [command];
    await handleCommand(this.runtime, {
      stream: importStream(this.runtime.name),
      scope: context.scope,
      id,
      decide,
      command: event,
      meta,
    });
  }
}

const turnOf = (scope: TenantScope) => `import ${scope.tenant}`;

/** Like Promise.all, but a failure waits for the others: nothing goes on behind an import that has ended. */
async function allEnded<Value>(work: readonly Promise<Value>[]): Promise<readonly Value[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

function rejected(errors: readonly LineError[]): Problem {
  return new Problem(
    HttpStatus.UNPROCESSABLE_ENTITY,
    'import-rejected',
    'The file has errors. Nothing was written; mend the lines and send it again.',
    { errors: errors.slice(0, reportedErrors), errorCount: errors.length },
  );
}
