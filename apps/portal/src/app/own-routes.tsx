import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { RequireRole } from './require-role.js';
import { tenantRoute } from './root-routes.js';

/** What volunteers have of their own. */
const own = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'ich',
  component: () => (
    <RequireRole roles={['volunteer']}>
      <Outlet />
    </RequireRole>
  ),
});

const page = createRoute({
  getParentRoute: () => own,
  path: '/',
  component: lazyRouteComponent(() => import('../features/my-page/my-page.js'), 'MyPage'),
});
const courses = createRoute({
  getParentRoute: () => own,
  path: 'kurse',
  component: lazyRouteComponent(() => import('../features/my-courses/my-courses-page.js'), 'MyCoursesPage'),
});
const messages = createRoute({
  getParentRoute: () => own,
  path: 'mitteilungen',
  component: lazyRouteComponent(() => import('../features/my-messages/my-messages-page.js'), 'MyMessagesPage'),
});
const data = createRoute({
  getParentRoute: () => own,
  path: 'daten',
  component: lazyRouteComponent(() => import('../features/my-data/my-data-page.js'), 'MyDataPage'),
});

export const ownRoutes = [own.addChildren([page, courses, messages, data])] as const;
