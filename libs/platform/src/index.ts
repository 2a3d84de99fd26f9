export { AccessRegistry, hashToken } from './access/access-registry.js';
export { accessStream, type TenantGrants } from './access/access.stream.js';
export { type Caller, type CallerFinder } from './access/caller.js';
export { bothSigned } from './access/agreement.js';
export { decideAccess, type AccessDecision, type ActingAs, type Demand } from './access/decide-access.js';
export { endForgottenGrants } from './access/forgotten-grants.js';
export { readInvitation, signInvitation, type Invitation } from './access/invitation.js';
export {
  LearningGrants,
  mayBeFounded,
  platformTenant,
  type Grants,
  type KnownMembership,
  type KnownOversight,
  type KnownTenant,
  type KnownToken,
} from './access/grants.js';
export { proposalLinkDays, readProposalLink, signProposalLink, type ProposalLink } from './access/proposal-link.js';
export { mayStandBehind } from './access/token-maker.js';
export { TokenUse } from './access/token-use.js';
export {
  needOf,
  Needs,
  NeedsOperator,
  NeedsSelf,
  NeedsSignIn,
  office,
  OpenToOversight,
  PlatformPage,
  Public,
  PublicForm,
  readers,
  reporters,
  trainers,
  type Need,
} from './access/need.js';
export { adoptAudit, AuditDiffers, chainsToAdopt } from './audit/adopt-audit.js';
export type { Restoration } from './audit/anchors.js';
export { auditPurposes, type AuditPurpose } from './audit/audit-purposes.js';
export type { AuditRecord, GrantRecord, ReadRecord } from './audit/audit-record.js';
export type { AuditTrail } from './audit/audit-chain.js';
export { rewrapEarlierKeys } from './audit/earlier-keys.js';
export { moveAudit, type AuditPlace } from './audit/move-audit.js';
export { moveTenantAudit } from './audit/move-tenant-audit.js';
export { readAudit, type AuditSelection, type PlacedRecord } from './audit/read-audit.js';
export { commandLineAudit, openEvidence } from './audit/open-audit.js';
export { storedLines, type StoredLine } from './audit/stored-lines.js';
export { verifyAudit, type Finding, type Verdict } from './audit/verify-chain.js';
export { changed, Commands, created, type RefusalStatuses } from './commands.js';
export { environment, inDataFolder, readConfig, settings, type Config } from './config.js';
export { writeCsv } from './csv-export.js';
export { Deployment, type Progress } from './deployment.js';
export { forgettingStream } from './erasure/forgetting.stream.js';
export { PersonForgetter, type ErasureTask } from './erasure/person-forgetter.js';
export { AccessGuard } from './http/access.guard.js';
export { BusinessDayBody, businessDay } from './http/business-day.js';
export { Context, ownId, type RequestContext } from './http/context.js';
export * from './http/fields.js';
export * from './http/list-fields.js';
export { AfterQuery, ListQuery } from './http/list-query.js';
export { CsvBody } from './http/csv-body.js';
export { PathId } from './http/path-id.js';
export { inputPipe } from './http/input-pipe.js';
export { invalidInput, notFound, Problem } from './http/problem.js';
export type { Route } from './http/route-needs.js';
export type { AnswerSchemas } from './http/describe-answers.js';
export { serverLimits } from './http/server-limits.js';
export { Written, WriteAnswer } from './http/written.js';
export * from './imports/cells.js';
export { readCsv, type Column, type Columns, type CsvResult, type LineError, type LineOf } from './imports/csv.js';
export { ImportStepFailed, type ImportStatus, type ImportStep } from './imports/import-file.js';
export { ImportRunner } from './imports/import-runner.js';
export { anchorsFolder, openKeyring } from './keyring/open-keyring.js';
export { OpenedRows, searchable } from './opened-rows.js';
export { FileMail } from './mail/file-mail.js';
export { MailPort, type Delivery, type Mail } from './mail/mail-port.js';
export { mailFolder, openMail } from './mail/open-mail.js';
export {
  allowsReplicas,
  claimDataFolder,
  DataFolderInUse,
  openLedger,
  openDocuments,
  openServicePorts,
  openSharedPorts,
  type ServicePorts,
  type SharedPorts,
} from './open-ports.js';
export { serve, type ServeOptions } from './serve.js';
export type { CarriedAccounts, EmbeddedIdentity, IdentityAccounts, IdentityHost } from './session/embedded-identity.js';
export { embeddedIssuer, identityOf, secondFactorAcr } from './session/identity-of.js';
export { embeddedClientId, embeddedClientSecret } from './session/issuer.js';
export { escapeHtml, pageDocument, type Page } from './session/page-document.js';
export { platformScope } from './session/platform-scope.js';
export { sealText, unsealText } from './session/sealed-text.js';
export { SessionParts } from './session/session-parts.js';
export { SignIns } from './session/sign-ins.js';
export type { SessionMembership } from './session/memberships.js';
export type { Session } from './session/session.js';
export type { Figure, ServiceDefinition } from './service-definition.js';
export { type Counter } from './telemetry/metrics.js';
export { inSpan, type Span, type Tracing } from './telemetry/tracing.js';
export { describeError } from './telemetry/describe-error.js';
export { logBesideOutput } from './telemetry/json-logger.js';
export type { Telemetry } from './telemetry/telemetry.js';
export { ServiceRuntime } from './service-runtime.js';
export { ViewReader, type ListAnswer } from './view-reader.js';
export {
  DataFolderUnfinished,
  isUnfinished,
  markFinished,
  markUnfinished,
  unfinishedStep,
} from './unfinished-folder.js';
export { keptLongEnough, retentionMonths, usualRetentionMonths, type TimedRetention } from './retention.js';
