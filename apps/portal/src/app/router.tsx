import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { Loading } from '../ui/states.js';
import { Crash } from './crash.js';
import { NotFound } from './not-found.js';
import { householdRoutes } from './household-routes.js';
import { officeRoutes } from './office-routes.js';
import { oversightRoutes } from './oversight-routes.js';
import { ownRoutes } from './own-routes.js';
import { accessibilityRoute, publicRoutes, startRoute } from './public-routes.js';
import { reportRoutes } from './report-routes.js';
import { rootRoute, tenantRoute } from './root-routes.js';
import { workRoute } from './work-route.js';

const routeTree = rootRoute.addChildren([
  startRoute,
  accessibilityRoute,
  tenantRoute.addChildren([
    ...publicRoutes,
    ...officeRoutes,
    ...reportRoutes,
    ...oversightRoutes,
    ...ownRoutes,
    ...householdRoutes,
    workRoute,
  ]),
]);

/** All pages, and what is shown while one loads, is missing or has failed. */
export function createPortalRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Crash,
    scrollRestoration: true,
    // Its script would be written into the page, which the content security policy forbids.
    scrollToTopSelectors: ['#portal'],
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
