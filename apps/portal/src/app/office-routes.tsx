import { createRoute, Outlet } from '@tanstack/react-router';
import { tenantRoute } from './root-routes.js';
import { RequireRole } from './require-role.js';

/** Everything that needs an account with a role in the tenant. */
export const officeRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'buero',
  component: () => (
    <RequireRole roles={['coordinator', 'administrator', 'trainer', 'carrier-manager']}>
      <Outlet />
    </RequireRole>
  ),
});

export const officeRoutes = [officeRoute] as const;
