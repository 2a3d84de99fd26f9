import { serverEnvironment } from './environment.js';
import type { Found } from './server-kind.js';

/**
 * A `describe` whose tests need a server. Where there is none they are skipped and the reason is printed, or fail with
 * `REQUIRE_SERVERS=1`. The server is handed over as a function, to be called in tests and hooks only.
 */
export function describeWithServer<Server>(
  name: string,
  found: Found<Server>,
  body: (server: () => Server) => void,
): void {
  if ('server' in found) {
    describe(name, () => body(() => found.server));
    return;
  }
  const noServer = () => {
    throw new Error(found.missing);
  };
  if (serverEnvironment.required()) {
    describe(name, () => it('has the server it needs', noServer));
    return;
  }
  console.warn(`skipped: ${name}: ${found.missing}`);
  describe.skip(name, () => body(noServer));
}
