import { erasureAcknowledgedBy } from './acknowledgement.js';
import { personDataGatheredBy } from './person-data.js';

/** What the notifications service publishes. */

export const erasureAcknowledged = erasureAcknowledgedBy('notifications');
export const personDataGathered = personDataGatheredBy('notifications');
