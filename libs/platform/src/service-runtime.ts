import {
  FoldCache,
  limitedTo,
  relay,
  relayCheckpoint,
  systemClock,
  randomIds,
  openProgress,
  pause,
  underLease,
  Views,
  type Clock,
  type CommandObserver,
  type CommandPorts,
  type EventBus,
  type Ids,
  type Keys,
  type ReadModels,
} from '@lotsennetz/kernel';
import { Logger } from '@nestjs/common';
import { AccessLog } from './audit/access-log.js';
import type { AuditTrail } from './audit/audit-chain.js';
import { commandLinePrefix, movedPrefixOf } from './audit/chain-files.js';
import { keepAudit } from './audit/keep-audit.js';
import { recordGrants } from './audit/record-grants.js';
import { notedKeys } from './audit/reading.js';
import { AccessRegistry } from './access/access-registry.js';
import { gatheringPublished } from './gathering/gathering-published.js';
import { forgettingPublished } from './erasure/forgetting-published.js';
import type { ServicePorts, SharedPorts } from './open-ports.js';
import type { ServiceDefinition } from './service-definition.js';
import { describeError } from './telemetry/describe-error.js';
import { observedCommands } from './telemetry/observed-commands.js';
import { quietTelemetry, type Telemetry } from './telemetry/telemetry.js';
import { tracedPublishing } from './telemetry/traced-relay.js';
import { leaseMs, Turns } from './turns.js';

/** One running service over its ports: what slices are given, and the loops that carry its events onward. */
export class ServiceRuntime implements CommandPorts {
  readonly eventStore;
  readonly readModels: ReadModels;
  readonly bus: EventBus;
  readonly keys: Keys;
  readonly folds = new FoldCache();
  readonly views: Views;
  readonly access: AccessRegistry;
  readonly telemetry: Telemetry;
  readonly observer: CommandObserver;
  /** For work of which only one may be under way, whichever replica does it. */
  readonly turns: Turns;
  /** Where it is recorded who saw what. */
  readonly audit: AuditTrail;
  readonly accessLog: AccessLog;
  private readonly logger: Logger;
  private readonly stop = new AbortController();
  private readonly loops: Promise<void>[] = [];
  private readonly workUnderWay = new Set<Promise<void>>();

  private readonly replica: string;
  /** Other processes may run the same service. On embedded stores the claim of the data folder rules that out. */
  private readonly replicated: boolean;

  constructor(
    readonly definition: ServiceDefinition,
    ports: ServicePorts &
      Pick<SharedPorts, 'bus'> & {
        readonly keys: Keys;
        readonly audit: AuditTrail;
        readonly replicated?: boolean;
        readonly telemetry?: Telemetry;
      },
    readonly clock: Clock = systemClock,
    readonly ids: Ids = randomIds,
  ) {
    this.replica = ids.next();
    this.replicated = ports.replicated ?? false;
    this.telemetry = ports.telemetry ?? quietTelemetry();
    this.observer = observedCommands(definition.name, this.telemetry);
    this.eventStore = ports.eventStore;
    this.readModels = ports.readModels;
    this.bus = ports.bus;
    this.keys = notedKeys(limitedTo(ports.keys, [...definition.purposes, 'export']));
    this.audit = ports.audit;
    this.accessLog = new AccessLog(ports.readModels, ports.audit, followedBy(definition.name));
    this.views = new Views(this, definition.projections);
    this.access = new AccessRegistry(definition.name, ports.eventStore);
    this.logger = new Logger(definition.name);
    const { readModels, signal } = this;
    const replica = this.replicated ? { replica: this.replica } : {};
    this.turns = new Turns({ readModels, clock, signal, ...replica });
  }

  get name(): string {
    return this.definition.name;
  }

  get signal(): AbortSignal {
    return this.stop.signal;
  }

  /** Opens and, where needed, builds the views, then starts following and relaying. */
  async start(): Promise<void> {
    await openProgress(this.readModels);
    await this.views.open();
    await this.access.catchUp();
    this.keepRunning('views', (signal) => this.views.follow(signal));
    this.keepRunning('access', (signal) => this.access.follow(signal));
    await this.accessLog.open();
    this.keepRunning('audit', (signal) => keepAudit(this, signal));
    const { grants } = this.definition;
    if (grants) this.keepOneRunning('audit of grants', (signal) => recordGrants(this, grants, signal));
    const task = {
      service: this.name,
      published: [...this.definition.published, forgettingPublished(this.name), gatheringPublished(this.name)],
      onFailure: (error: unknown) => this.logger.warn(`relay: ${describeError(error)}; trying again`),
      ...tracedPublishing(this.name, this.telemetry.tracing),
    };
    this.keepOneRunning('relay', (signal) => relay(this, { ...task, signal }));
  }

  /** Runs a loop until the service stops; one that fails is logged and started again after a pause. */
  keepRunning(name: string, loop: (signal: AbortSignal) => Promise<void>): void {
    const supervise = async () => {
      for (let delayMs = 100; !this.signal.aborted; delayMs = Math.min(delayMs * 2, 5_000)) {
        try {
          await loop(this.signal);
        } catch (error) {
          this.logger.error(`${name} stopped: ${describeError(error)}; starting it again`);
        }
        await pause(delayMs, this.signal);
      }
    };
    this.loops.push(supervise());
  }

  /** The same for a loop that must run in one replica of the service only: it acts on the world, or publishes. */
  keepOneRunning(name: string, loop: (signal: AbortSignal) => Promise<void>): void {
    if (!this.replicated) this.keepRunning(name, loop);
    else
      this.keepRunning(name, (signal) =>
        underLease(this, { name, holder: this.replica, ttlMs: leaseMs, work: loop, signal }),
      );
  }

  /** Closing waits for this work, which must end soon after `signal` aborts and deals with its own failures. */
  finishBeforeClosing(work: Promise<void>): void {
    const tracked = work.finally(() => this.workUnderWay.delete(tracked));
    this.workUnderWay.add(tracked);
  }

  /** Whether views and relay have reached the end of the history, and where that is. */
  async progress(): Promise<{ readonly still: boolean; readonly at: string }> {
    const head = await this.eventStore.head();
    if (!head) return { still: true, at: '' };
    const relayed = ((await this.readModels.checkpoint(relayCheckpoint)) ?? '') >= head;
    return { still: relayed && (await this.views.reach(head, 0)), at: head };
  }

  /** Waits until views and relay have reached the end of the history. */
  async settled(): Promise<void> {
    while (!(await this.progress()).still && !this.signal.aborted) await pause(5, this.signal);
  }

  /** Ends the loops after the work under way, then closes the service's own stores. */
  async close(): Promise<void> {
    this.stop.abort();
    await Promise.all([...this.loops, ...this.workUnderWay]);
    await this.eventStore.close();
    await this.readModels.close();
    await this.audit.close();
  }
}

/** Chains beside its own in which people find who saw them. What was done on the command line is told by registration. */
function followedBy(service: string): readonly string[] {
  return [movedPrefixOf(service), ...(service === 'registration' ? [commandLinePrefix] : [])];
}
