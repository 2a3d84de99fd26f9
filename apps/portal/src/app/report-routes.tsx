import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { RequireRole } from './require-role.js';
import { tenantRoute } from './root-routes.js';

/** Figures without names, for those who report. */
const reports = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'bericht',
  validateSearch: (search: Record<string, unknown>): Readonly<Record<string, unknown>> => search,
  component: () => (
    <RequireRole roles={['coordinator', 'administrator', 'analyst', 'carrier-manager']}>
      <Outlet />
    </RequireRole>
  ),
});

const integration = createRoute({
  getParentRoute: () => reports,
  path: '/',
  component: lazyRouteComponent(() => import('../features/report/report-page.js'), 'ReportPage'),
});

export const reportRoutes = [reports.addChildren([integration])] as const;
