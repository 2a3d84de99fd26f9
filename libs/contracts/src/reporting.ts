import { erasureAcknowledgedBy } from './acknowledgement.js';
import { personDataGatheredBy } from './person-data.js';

/** What the reporting service publishes. */

export const erasureAcknowledged = erasureAcknowledgedBy('reporting');
export const personDataGathered = personDataGatheredBy('reporting');
