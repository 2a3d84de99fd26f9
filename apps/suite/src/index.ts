export { isUntouched, loadExample, readDemonstration, type ExampleReport } from './example/load-example.js';
export { importRosters, type ImportProgress } from './import-rosters/import-rosters.js';
export { PlatformClient, PlatformError } from './import-rosters/platform-client.js';
export { answersFile, readAnswers } from './answers.js';
export { demoPeople } from './example/demo-people.js';
export { identity } from './identity.js';
export { demoIdentity } from '@lotsennetz/identity';
export { PortalHttp } from './portal/portal.http.js';
export { services } from './services.js';
export { startSuite, type SuiteStart } from './start-suite.js';
export { stateDocument, stateStyle } from './state-page/state-document.js';
export type { PlatformState } from './state-page/platform-state.js';
export { StateHttp } from './state-page/state.http.js';
export { requestIsKnown } from '@lotsennetz/matching';
export {
  acceptInvitationAs,
  appointMember,
  changeSettingsOf,
  describedTenant,
  type DescribedTenant,
  openOfficeNamed,
  settingsChange,
  staffOf,
  tenantOf,
  dismissMember,
  invitedPerson,
  createTokenFor,
  foundTenantNamed,
  exportFilesOf,
  orderErasureOf,
  privacyStatus,
  repeatErasureOf,
  requestErasureOf,
  requestExportOf,
  resetSecondFactorOf,
  revokeTokenOf,
  type PrivacyStatus,
  type WantedErasure,
  type WantedExport,
} from '@lotsennetz/registration';
export { factConsumers, integrationReport, integrationReportCsv } from '@lotsennetz/reporting';
