import helmet from 'helmet';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the pages are served with. */
export interface PageSurroundings {
  readonly https: boolean;
  /** Address of another provider that people sign in with; empty: none. */
  readonly issuer?: string;
}

// Nothing of the platform asks for any of these; passkeys and copying are its own pages' business.
const permissions = [
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi', 'browsing-topics'],
  ...['display-capture', 'screen-wake-lock', 'accelerometer', 'gyroscope', 'magnetometer', 'xr-spatial-tracking'],
]
  .map((name) => `${name}=()`)
  .concat('publickey-credentials-get=(self)', 'publickey-credentials-create=(self)', 'clipboard-write=(self)')
  .join(', ');

/**
 * Fastify hook that sets the headers of helmet on every answer. They are the same for all, so helmet is asked once:
 * asked for every request, it spells its policies out anew, which took a third of the time of a small command.
 */
export function securityHeaders({ https, issuer = '' }: PageSurroundings) {
  const headers = {
    ...headersOf(
      helmet({
        contentSecurityPolicy: { useDefaults: false, directives: policy(https, issuer) },
        // Within the platform, so that its forms still say where they come from, which is what tells a forged one.
        referrerPolicy: { policy: 'same-origin' },
        crossOriginOpenerPolicy: { policy: 'same-origin' },
        crossOriginResourcePolicy: { policy: 'same-origin' },
        frameguard: { action: 'deny' },
        hsts: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      }),
    ),
    'permissions-policy': permissions,
    // Personal data stays in no cache; what may be cached (scripts, styles) says so itself.
    'cache-control': 'no-store',
  };
  return (_request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    void reply.headers(headers);
    done();
  };
}

/** Everything from the platform's own origin, nothing inline, nothing else at all. */
function policy(https: boolean, issuer: string): Record<string, readonly string[] | null> {
  const own = ["'self'"];
  return {
    defaultSrc: ["'none'"],
    scriptSrc: own,
    scriptSrcAttr: ["'none'"],
    styleSrc: own,
    imgSrc: [...own, 'data:'],
    fontSrc: own,
    connectSrc: own,
    manifestSrc: own,
    workerSrc: own,
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    // Signing in and out with another provider leads from our form to its pages.
    formAction: URL.canParse(issuer) ? [...own, new URL(issuer).origin] : own,
    // Spoken to over plain HTTP from another machine, a browser would look for the pages' styles and scripts at https:.
    upgradeInsecureRequests: https ? [] : null,
  };
}

function headersOf(middleware: ReturnType<typeof helmet>): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  const [request, rest] = [{}, response] as unknown as Parameters<typeof middleware>;
  middleware(request, rest, (error) => {
    if (error) throw new Error('helmet cannot say its headers', { cause: error });
  });
  return headers;
}
