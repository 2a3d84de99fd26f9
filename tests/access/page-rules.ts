import { platform, type Rule } from './rule.js';

/** Pages of the process itself. */
export const pages: Readonly<Record<string, Rule>> = {
  'GET /health/live': platform,
  'GET /health/progress': platform,
  'GET /health/ready': platform,
  'GET /metrics': platform,
  'GET /session': platform,
  'GET /registration/tenants': platform,
  'POST /logout': platform,
  'POST /logout/everywhere': platform,
};
