// `npm run manifests [folder]`: checks Compose file, Dockerfile, Kubernetes overlays, tenants and configuration with the
// validators that go.mod pins and with our own rules. Exits with 1 when anything is wrong; in CI also when a check is
// skipped. The last line counts as a test runner's.
import { resolve } from 'node:path';
import { checkManifests, servicesOf, unroutedServices, type Check } from './check.js';
import { Validators } from './validators.js';

const workspace = resolve(import.meta.dirname, '../..');
const root = resolve(process.argv[2] ?? workspace);
const services = servicesOf(workspace);
const counts = { passed: 0, failed: 0, skipped: 0 };

const validators = Validators.build();
for (const check of checkManifests(root, validators, services)) report(check);
report({
  what: 'deploy/ingress/nginx.conf: routes',
  findings: unroutedServices(root, services).map((service) => `there is no way to ${service}`),
});
const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || (process.env.CI && skipped > 0) ? 1 : 0;

function report({ what, findings, skipped: reason }: Check): void {
  if (reason !== undefined) counts.skipped += 1;
  else if (findings.length > 0) counts.failed += 1;
  else counts.passed += 1;
  const state = reason !== undefined ? `skipped (${reason})` : findings.length > 0 ? 'FAILED' : 'ok';
  console.log(`${state.padEnd(7)} ${what}`);
  for (const finding of findings) console.log(`          ${finding.replaceAll('\n', '\n          ')}`);
}
