import { fileURLToPath } from 'node:url';
import type { RunningServer, ServerKind } from './server-kind.js';

const image = 'quay.io/keycloak/keycloak:26.5.2';
const realmFile = fileURLToPath(new URL('../../../../deploy/keycloak/lotsennetz-realm.json', import.meta.url));
const administrator = { name: 'admin', password: 'of-this-machine-only' };

/** A Keycloak with the realm of `deploy/keycloak`; its address holds name and password of its administrator. */
export const keycloakServer: ServerKind = {
  name: 'keycloak',
  variable: 'KEYCLOAK_URL',
  inDocker: startInDocker,
  program: 'keycloak/keycloak.mjs',
};

async function startInDocker(): Promise<RunningServer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(image)
    .withExposedPorts(8080)
    .withEnvironment({
      KC_BOOTSTRAP_ADMIN_USERNAME: administrator.name,
      KC_BOOTSTRAP_ADMIN_PASSWORD: administrator.password,
    })
    .withCopyFilesToContainer([{ source: realmFile, target: '/opt/keycloak/data/import/lotsennetz-realm.json' }])
    .withCommand(['start-dev', '--import-realm'])
    .withWaitStrategy(Wait.forHttp('/realms/lotsennetz', 8080).forStatusCode(200))
    .withStartupTimeout(300_000)
    .start();
  const { name, password } = administrator;
  return {
    url: `http://${name}:${password}@${container.getHost()}:${container.getMappedPort(8080)}`,
    stop: async () => {
      await container.stop();
    },
  };
}
