import { registration } from '@lotsennetz/registration';
import type { ServiceDefinition } from '@lotsennetz/platform';

/** Every service, in the order the state page shows them. */
export const services: readonly ServiceDefinition[] = [registration];
