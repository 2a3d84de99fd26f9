import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, notFound, Outlet } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.js';
import { tenantsQuery } from '../api/tenants.js';
import { Shell } from './shell.js';

export const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  // Both are needed for the frame; neither keeps the page from coming.
  beforeLoad: ({ context }) => {
    // Whoever shows them tells of an error.
    context.queryClient.query(sessionQuery).catch(() => undefined);
    context.queryClient.query(tenantsQuery).catch(() => undefined);
  },
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
});

/** Everything of one town, county or association. */
export const tenantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 't/$tenant',
  loader: async ({ context, params }) => {
    const { items } = await context.queryClient.query({ ...tenantsQuery, staleTime: 'static' });
    const tenant = items.find(({ id }) => id === params.tenant);
    // TanStack Router takes this object as its way to say so.
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
    if (!tenant) throw notFound();
    return tenant;
  },
});
