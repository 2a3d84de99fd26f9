import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { RequireRole } from './require-role.js';
import { tenantRoute } from './root-routes.js';

/** What newcomers have of their own. */
const household = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'haushalt',
  component: () => (
    <RequireRole roles={['newcomer']}>
      <Outlet />
    </RequireRole>
  ),
});

const page = createRoute({
  getParentRoute: () => household,
  path: '/',
  component: lazyRouteComponent(() => import('../features/my-household/my-household-page.js'), 'MyHouseholdPage'),
});
const askAgain = createRoute({
  getParentRoute: () => household,
  path: 'neu',
  component: lazyRouteComponent(() => import('../features/my-household/ask-again-page.js'), 'AskAgainPage'),
});
const messages = createRoute({
  getParentRoute: () => household,
  path: 'mitteilungen',
  component: lazyRouteComponent(() => import('../features/my-messages/my-messages-page.js'), 'MyMessagesPage'),
});
const data = createRoute({
  getParentRoute: () => household,
  path: 'daten',
  component: lazyRouteComponent(() => import('../features/my-data/household-data-page.js'), 'HouseholdDataPage'),
});

export const householdRoutes = [household.addChildren([page, askAgain, messages, data])] as const;
