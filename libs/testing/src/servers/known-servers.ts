import { eventStoreDbServer } from './eventstoredb-server.js';
import { kafkaServer } from './kafka-server.js';
import { keycloakServer } from './keycloak-server.js';
import { mongoServer } from './mongo-server.js';
import type { ServerKind } from './server-kind.js';

/** Every kind of server the keeper can be asked for, by name. */
export const knownServers: Readonly<Record<string, ServerKind>> = {
  [eventStoreDbServer.name]: eventStoreDbServer,
  [kafkaServer.name]: kafkaServer,
  [keycloakServer.name]: keycloakServer,
  [mongoServer.name]: mongoServer,
};
