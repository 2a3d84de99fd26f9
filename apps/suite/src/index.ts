export { importRosters, type ImportProgress } from './import-rosters/import-rosters.js';
export { PlatformClient, PlatformError } from './import-rosters/platform-client.js';
export { services } from './services.js';
export { startSuite, type SuiteStart } from './start-suite.js';
export { StateHttp } from './state-page/state.http.js';
export { createTokenFor, foundTenantNamed, revokeTokenOf } from '@lotsennetz/registration';
export { factConsumers, integrationReport, integrationReportCsv } from '@lotsennetz/reporting';
