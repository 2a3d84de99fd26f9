import { erasureAcknowledgedBy } from './acknowledgement.js';

/** What the notifications service publishes. */

export const erasureAcknowledged = erasureAcknowledgedBy('notifications');
