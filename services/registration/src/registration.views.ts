import type { ServiceDefinition } from '@lotsennetz/platform';
import { volunteerDirectory } from './volunteer/volunteer-directory.view.js';
import { newcomerDirectory } from './newcomer/newcomer-directory.view.js';
import { acquaintanceList } from './acquaintance/acquaintance-list.view.js';
import { erasureList } from './erasure/erasure-list.view.js';
import { exportList } from './export/export-list.view.js';
import { tenantSettings } from './tenant-settings/tenant-settings.projection.js';
import { officeList } from './office-list/office-list.projection.js';
import { knownPeople } from './membership/known-people.view.js';
import { staffList } from './membership/staff-list.view.js';
import { ownHalves } from './agreement-list/own-halves.projection.js';
import { logoVersion } from './logo/logo-version.view.js';
import { restrictionList } from './restriction-list/restriction-list.projection.js';
import { oversightList } from './oversight-list/oversight-list.projection.js';
import { tokenList } from './token/token-list.view.js';

/** Everything that can be looked at here: each view is folded from the history, and can be folded anew. */
export const views: ServiceDefinition['projections'] = [
  volunteerDirectory,
  newcomerDirectory,
  acquaintanceList,
  erasureList,
  exportList,
  tenantSettings,
  officeList,
  knownPeople,
  staffList,
  ownHalves,
  logoVersion,
  restrictionList,
  oversightList,
  tokenList,
];
