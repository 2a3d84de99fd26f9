import type { ServiceDefinition } from '@lotsennetz/platform';
import { Consumption } from './integration-report/consumption.js';
import { DifferenceHttp } from './integration-report/difference.http.js';
import { IntegrationReportHttp } from './integration-report/integration-report.http.js';
import { FactKeeper } from './when-others-publish-keep-facts/fact-keeper.js';
import { WhenOthersPublishKeepFacts } from './when-others-publish-keep-facts/when-others-publish-keep-facts.js';

export { factConsumers, facts, factsId } from './facts/facts.stream.js';
export { integrationReportCsv } from './integration-report/integration-report.csv.js';
export { integrationReport, type IntegrationReport } from './integration-report/integration-report.js';

/** What was true on any day, from coarse facts of all services; it never holds a key to personal data. */
export const reporting: ServiceDefinition = {
  name: 'reporting',
  purposes: [],
  projections: [],
  published: [],
  controllers: [IntegrationReportHttp, DifferenceHttp, WhenOthersPublishKeepFacts],
  providers: [Consumption, FactKeeper],
};
