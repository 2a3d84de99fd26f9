import type { AddressInfo } from 'node:net';
import { systemClock, type Clock } from '@lotsennetz/kernel';
import { Catch, Logger, Module, type DynamicModule, type RpcExceptionFilter, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestMicroservice } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { throwError, type Observable } from 'rxjs';
import { serviceAudit } from './audit/open-audit.js';
import { BusServer } from './bus-server.js';
import type { Config } from './config.js';
import { bearerToken, type CallerFinder } from './access/caller.js';
import { TokenUse } from './access/token-use.js';
import { AccessGuard } from './http/access.guard.js';
import type { AnswerSchemas } from './http/describe-answers.js';
import { serveDocuments } from './http/documents.js';
import { HealthHttp } from './http/health.http.js';
import { inputPipe } from './http/input-pipe.js';
import { ProblemFilter } from './http/problem.filter.js';
import { answerUnreadable, answerUnroutable } from './http/unroutable.js';
import { prepareEdge } from './http/http-edge.js';
import { serverLimits } from './http/server-limits.js';
import { routesOf } from './http/route-needs.js';
import { claimDataFolder, openDocuments, openServicePorts, openSharedPorts } from './open-ports.js';
import type { ServiceDefinition } from './service-definition.js';
import type { EmbeddedIdentity } from './session/embedded-identity.js';
import { servePeople, type Closable, type PeopleParts } from './session/serve-people.js';
import { SessionParts } from './session/session-parts.js';
import { SignIns } from './session/sign-ins.js';
import { serviceModule } from './service-module.js';
import { ServiceRuntime } from './service-runtime.js';
import { Deployment } from './deployment.js';
import { loggerFor } from './telemetry/json-logger.js';
import { lagFigures } from './telemetry/lag-figures.js';
import { MetricsHttp } from './telemetry/metrics.http.js';
import { observeHttp } from './telemetry/observed-http.js';
import { openTelemetry } from './telemetry/open-telemetry.js';
import { processName } from './telemetry/telemetry.js';
import { DataFolderUnfinished, isUnfinished } from './unfinished-folder.js';

export interface ServeOptions {
  readonly config: Config;
  readonly services: readonly ServiceDefinition[];
  /** Pages of the process itself, such as the state page. */
  readonly pages?: readonly Type[];
  /** What the routes answer, for the documents of the API; without it they tell only what decorators say. */
  readonly answers?: AnswerSchemas;
  /** Further ways to know a caller beside API tokens, asked in this order. */
  readonly callerFinders?: readonly CallerFinder[];
  /** Work without an HTTP server: for commands that only need the services to learn something. */
  readonly headless?: boolean;
  /** Where people sign in unless another issuer is configured; served by the process that serves registration. */
  readonly identity?: EmbeddedIdentity;
  /** For tests that advance it by hand. */
  readonly clock?: Clock;
}

@Catch()
class PassOn implements RpcExceptionFilter {
  // Nest would turn every error into 'Internal server error'; the consumer decides by what it really is.
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

@Module({})
class SuiteModule {}

/**
 * Runs services in this process over the configured ports, and answers when all of them are ready.
 * The same call serves one service on a cluster and all of them on one machine.
 */
export async function serve(options: ServeOptions): Promise<Deployment> {
  const { config, services } = options;
  if (isUnfinished(config.dataFolder)) throw new DataFolderUnfinished(config.dataFolder);
  const names = services.map((service) => service.name);
  const telemetry = await openTelemetry(config, names);
  Logger.overrideLogger(
    loggerFor(config.log, { service: processName(names), trace: () => telemetry.tracing.current() }),
  );
  const lock = claimDataFolder(config, names);
  const shared = openSharedPorts(config);
  const { clock = systemClock } = options;
  const runtimes = new Map(
    services.map((definition) => [
      definition.name,
      new ServiceRuntime(
        definition,
        {
          ...shared,
          ...openServicePorts(config, definition.name),
          telemetry,
          audit: serviceAudit(config, shared.keyring, definition.name),
          replicated: !config.readModels.startsWith('sqlite:'),
        },
        clock,
      ),
    ]),
  );
  const busServer = new BusServer(runtimes, telemetry.tracing);
  const beside: Closable[] = [];
  const deployment = new Deployment({ config, runtimes, shared, busServer, telemetry, lock, beside });
  lagFigures(telemetry.metrics, { services: deployment.services, consumers: () => busServer.consumers() });
  try {
    // Who was erased is forgotten before anything is served, whatever data was put here.
    await shared.keys.open();
    const host = { config, keys: shared.keys, clock, address: deployment };
    const people = servePeople(options, { host, runtimes });
    const tokenUse = new TokenUse(openDocuments(config, 'tokens'), clock);
    beside.push(people, tokenUse);
    await start(options, { runtimes, busServer, deployment, people, tokenUse });
    return deployment;
  } catch (error) {
    // What runs already would keep the process alive and the folder claimed.
    await deployment.close();
    throw error;
  }
}

interface Parts {
  readonly runtimes: ReadonlyMap<string, ServiceRuntime>;
  readonly busServer: BusServer;
  readonly deployment: Deployment;
  readonly people: PeopleParts;
  readonly tokenUse: TokenUse;
}

async function start(options: ServeOptions, parts: Parts): Promise<void> {
  const { runtimes, busServer, deployment, people, tokenUse } = parts;
  const { config, services, headless } = options;
  const app = await createApp(options, parts);
  // Deferred, or Nest would take no filter any more.
  const reactions = app.connectMicroservice({ strategy: busServer }, { deferInitialization: true });
  reactions.useGlobalFilters(new PassOn());
  // Deferred, it would also call the hooks of our providers a second time: every loop would run twice.
  (reactions as NestMicroservice).setIsInitHookCalled(true);
  deployment.routes = routesOf(app);
  serveDocuments(app, services, options.answers);
  await Promise.all([
    ...Array.from(runtimes.values(), (runtime) => runtime.start()),
    people.sessions.start(),
    tokenUse.open(),
  ]);
  await app.startAllMicroservices();
  if (headless) await app.init();
  else await app.listen(config.port, config.host);
  deployment.started(app, headless ? undefined : (app.getHttpServer().address() as AddressInfo).port);
}

async function createApp(
  options: ServeOptions,
  { runtimes, deployment, people, tokenUse }: Parts,
): Promise<NestFastifyApplication> {
  const root: DynamicModule = {
    module: SuiteModule,
    imports: [...Array.from(runtimes.values(), (runtime) => serviceModule(runtime))],
    controllers: [HealthHttp, MetricsHttp, ...people.controllers, ...(options.pages ?? [])],
    providers: [
      { provide: Deployment, useValue: deployment },
      { provide: SessionParts, useValue: people.sessions },
      { provide: SignIns, useValue: people.signIns },
      { provide: TokenUse, useValue: tokenUse },
    ],
    // Slices ask it for what the process as a whole knows, such as its public address.
    global: true,
    exports: [Deployment, SignIns, TokenUse],
  };
  const adapter = new FastifyAdapter({
    ...serverLimits,
    trustProxy: options.config.trustedProxies,
    // Requests under way are answered when the process is told to end; `leaveWhenStopping` ends their connections then.
    forceCloseConnections: 'idle',
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    abortOnError: false,
    // Nest would also take HTML forms, which any foreign page can send without asking.
    bodyParser: false,
  });
  observeHttp(adapter.getInstance(), deployment.telemetry);
  await prepareEdge(adapter.getInstance(), { config: options.config, runtimes, deployment });
  await people.mount(adapter.getInstance());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(inputPipe);
  app.useGlobalGuards(
    new AccessGuard(runtimes, [bearerToken, people.sessions.person, ...(options.callerFinders ?? [])], tokenUse),
  );
  return app;
}
