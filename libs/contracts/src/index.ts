import * as matching from './matching.js';
import * as notifications from './notifications.js';
import * as registration from './registration.js';
import * as reporting from './reporting.js';
import * as training from './training.js';

export { erasureAcknowledgedBy } from './acknowledgement.js';
export { personDataGatheredBy, type PersonalFact } from './person-data.js';
export * from './vocabulary.js';
export { registration, training, matching, notifications, reporting };
export { applyChange, partOfChange, type Clearing } from './cleared.js';
