import { matching } from '@lotsennetz/matching';
import { notifications } from '@lotsennetz/notifications';
import { registration } from '@lotsennetz/registration';
import { reporting } from '@lotsennetz/reporting';
import { training } from '@lotsennetz/training';
import type { ServiceDefinition } from '@lotsennetz/platform';

/** Every service, in the order the state page shows them. */
export const services: readonly ServiceDefinition[] = [registration, training, matching, notifications, reporting];
