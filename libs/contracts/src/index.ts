import * as matching from './matching.js';
import * as registration from './registration.js';
import * as training from './training.js';

export * from './vocabulary.js';
export { registration, training, matching };
