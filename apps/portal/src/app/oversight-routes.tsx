import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { RequireRole } from './require-role.js';
import { tenantRoute } from './root-routes.js';

/** What other tenants let this one, a county, read. */
const oversight = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'einsicht',
  component: () => (
    <RequireRole roles={['coordinator', 'administrator', 'analyst', 'trainer', 'carrier-manager']}>
      <Outlet />
    </RequireRole>
  ),
});

const towns = createRoute({
  getParentRoute: () => oversight,
  path: '/',
  component: lazyRouteComponent(() => import('../features/oversight/towns-page.js'), 'TownsPage'),
});

const town = createRoute({
  getParentRoute: () => oversight,
  path: '$town',
  component: lazyRouteComponent(() => import('./town-with-report.js'), 'TownWithReport'),
});

export const oversightRoutes = [oversight.addChildren([towns, town])] as const;
