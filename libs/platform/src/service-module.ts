import { Module, type DynamicModule } from '@nestjs/common';
import { accessReaction } from './access/when-access-changed-learn-it.js';
import { accessLogHttp } from './audit/access-log.http.js';
import { ChangeFeed } from './changes/change-feed.js';
import { changesHttp } from './changes/changes.http.js';
import { Commands } from './commands.js';
import { NothingToForget, PersonForgetter } from './erasure/person-forgetter.js';
import { forgettingReaction } from './erasure/when-erasure-ordered-forget-person.js';
import { PersonDataGatherer } from './gathering/person-data-gatherer.js';
import { gatheringReaction } from './gathering/when-export-requested-gather-data.js';
import { ImportRunner } from './imports/import-runner.js';
import { importStatusHttp } from './imports/import-status.http.js';
import { OpenedRows } from './opened-rows.js';
import { ServiceRuntime } from './service-runtime.js';
import { ViewReader } from './view-reader.js';

/** The Nest module of one service: its slices with this service's own runtime behind them. */
export function serviceModule(runtime: ServiceRuntime): DynamicModule {
  const { name, controllers, providers = [], forgets = NothingToForget, takesImports = false } = runtime.definition;
  // A class of its own for each service: Nest tells modules apart by class.
  @Module({})
  class ServiceModule {}
  return {
    module: ServiceModule,
    controllers: [
      ...controllers,
      accessLogHttp(name),
      changesHttp(name),
      accessReaction(name),
      forgettingReaction(name),
      gatheringReaction(name),
      ...(takesImports ? [importStatusHttp(name)] : []),
    ],
    providers: [
      { provide: ServiceRuntime, useValue: runtime },
      Commands,
      ViewReader,
      OpenedRows,
      ImportRunner,
      ChangeFeed,
      PersonDataGatherer,
      { provide: PersonForgetter, useClass: forgets },
      ...providers,
    ],
  };
}
