import { embeddedProvider } from '@lotsennetz/identity';
import { demoPeople } from './example/demo-people.js';
import { readDemonstration } from './example/load-example.js';

/** Where people sign in when no other issuer is configured. On the example anybody may be one of its people. */
export const identity = embeddedProvider((dataFolder) => (readDemonstration(dataFolder) ? demoPeople : []));
