import { erasureAcknowledgedBy } from './acknowledgement.js';

/** What the reporting service publishes. */

export const erasureAcknowledged = erasureAcknowledgedBy('reporting');
