import { createRoute, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.js';
import { tenantRoute } from './root-routes.js';
import { placeFor } from './work-place.js';

/** Leads on to where one works in this tenant: what the sign-in of its front page comes back to. */
export const workRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'arbeit',
  beforeLoad: async ({ context, params }) => {
    const { memberships } = await context.queryClient.query(sessionQuery);
    const roles = memberships.find(({ tenant }) => tenant === params.tenant)?.roles ?? [];
    // TanStack Router takes this object as its way to say so.
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
    throw redirect({ to: placeFor(roles), params, replace: true });
  },
});
