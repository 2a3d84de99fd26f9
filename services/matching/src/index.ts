import type { ServiceDefinition } from '@lotsennetz/platform';
import { AcceptProposalHttp } from './accept-proposal/accept-proposal.http.js';
import { Computation } from './compute-proposals/computation.js';
import { ComputeProposalsHttp } from './compute-proposals/compute-proposals.http.js';
import { ConfirmProposalHttp } from './confirm-proposal/confirm-proposal.http.js';
import { Confirmation } from './confirm-proposal/confirmation.js';
import { DeclineProposalHttp } from './decline-proposal/decline-proposal.http.js';
import { Drafts } from './drafts.js';
import { EndPlacementHttp } from './end-placement/end-placement.http.js';
import { helperPool } from './helper/helper-pool.view.js';
import { ImportRequestsHttp } from './import-requests/import-requests.http.js';
import { RequestImport } from './import-requests/request-import.js';
import { LinkedProposalHttp } from './linked-proposal/linked-proposal.http.js';
import { LogVisitHttp } from './log-visit/log-visit.http.js';
import { OwnThings } from './own-things.js';
import { OwnPlacementsHttp } from './placement-list/own-placements.http.js';
import { PlacementListHttp } from './placement-list/placement-list.http.js';
import { Places } from './places.js';
import { PoolReader } from './pool.js';
import { ProposalLinks } from './proposal-links.js';
import { OwnProposalsHttp } from './proposal-list/own-proposals.http.js';
import { ProposalListHttp } from './proposal-list/proposal-list.http.js';
import { publishedEvents } from './published-events.js';
import { RecordRequestHttp } from './record-request/record-request.http.js';
import { PlaceSweep } from './release-unsettled-places/place-sweep.js';
import { unsettledPlaces } from './release-unsettled-places/unsettled-places.projection.js';
import { RequestExplanationHttp } from './request-explanation/request-explanation.http.js';
import { RequestFinder } from './request-finder.js';
import { OwnRequestsHttp } from './request-list/own-requests.http.js';
import { RequestListHttp } from './request-list/request-list.http.js';
import { RequestMapHttp } from './request-map/request-map.http.js';
import { placementList } from './request/placement-list.view.js';
import { proposalList } from './request/proposal-list.view.js';
import { requestList } from './request/request-list.view.js';
import { SetWeightsHttp } from './set-weights/set-weights.http.js';
import { ShortagesHttp } from './shortages/shortages.http.js';
import { weightsInForce } from './weights/weights.view.js';
import { WhenCertificateIssuedOpenCapacity } from './when-certificate-issued-open-capacity/when-certificate-issued-open-capacity.js';
import { HelpForgetter } from './when-erasure-ordered-end-help/help-forgetter.js';
import { WhenNewcomerAskedRecordRequest } from './when-newcomer-asked-record-request/when-newcomer-asked-record-request.js';
import { WhenProcessingRestrictedStopProposing } from './when-processing-restricted-stop-proposing/when-processing-restricted-stop-proposing.js';
import { WhenVolunteerChangedKnowHelper } from './when-volunteer-changed-know-helper/when-volunteer-changed-know-helper.js';
import { WhenVolunteersMergedStopProposing } from './when-volunteers-merged-stop-proposing/when-volunteers-merged-stop-proposing.js';
import { WithdrawRequestHttp } from './withdraw-request/withdraw-request.http.js';

export { requestIsKnown } from './request-is-known.js';

/** Brings requests for help and volunteers together: proposals with reasons, decided on by people, and what comes of them. */
export const matching: ServiceDefinition = {
  name: 'matching',
  purposes: ['note'],
  projections: [helperPool, requestList, proposalList, placementList, weightsInForce, unsettledPlaces],
  published: publishedEvents,
  takesImports: true,
  forgets: HelpForgetter,
  controllers: [
    WhenNewcomerAskedRecordRequest,
    WhenVolunteerChangedKnowHelper,
    WhenCertificateIssuedOpenCapacity,
    WhenProcessingRestrictedStopProposing,
    WhenVolunteersMergedStopProposing,
    RecordRequestHttp,
    ImportRequestsHttp,
    RequestListHttp,
    RequestExplanationHttp,
    RequestMapHttp,
    ShortagesHttp,
    SetWeightsHttp,
    WithdrawRequestHttp,
    ComputeProposalsHttp,
    ProposalListHttp,
    AcceptProposalHttp,
    DeclineProposalHttp,
    ConfirmProposalHttp,
    PlacementListHttp,
    LogVisitHttp,
    EndPlacementHttp,
    OwnProposalsHttp,
    OwnPlacementsHttp,
    OwnRequestsHttp,
    LinkedProposalHttp,
  ],
  figures: [
    { label: 'Anfragen ohne Begleitung', view: requestList, filter: { status: 'open' } },
    { label: 'Offene Vorschläge', view: proposalList, filter: { status: 'open' } },
    { label: 'Begleitungen', view: placementList },
  ],
  providers: [
    RequestFinder,
    OwnThings,
    ProposalLinks,
    Places,
    PoolReader,
    Drafts,
    RequestImport,
    Computation,
    Confirmation,
    PlaceSweep,
  ],
};
