import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent, Outlet, useParams, type AsyncRouteComponent } from '@tanstack/react-router';
import { useEffect } from 'react';
import { followChanges } from '../api/live-changes.js';
import { sessionQuery, type Role } from '../api/session.js';
import { readToday } from '../features/today/today-queries.js';
import { RequireRole } from './require-role.js';
import { tenantRoute } from './root-routes.js';

/** The work of those who decide is kept up to date while others decide, too. */
function LiveOffice() {
  const client = useQueryClient();
  const { tenant } = useParams({ from: '/t/$tenant/buero' });
  const { data: session } = useQuery(sessionQuery);
  const { roles = [], membershipId: person = '' } = session?.memberships.find((each) => each.tenant === tenant) ?? {};
  const mayListen = roles.includes('coordinator') || roles.includes('administrator');
  useEffect(
    () => (mayListen ? followChanges(client, { tenant, person }) : undefined),
    [client, tenant, person, mayListen],
  );
  return <Outlet />;
}

/** Everything that needs an account with a role in the tenant. */
const office = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'buero',
  component: () => (
    <RequireRole roles={['coordinator', 'administrator', 'trainer', 'carrier-manager']}>
      <LiveOffice />
    </RequireRole>
  ),
});

/** Pages that trainers and carriers have no use for, and no rights to. */
function forOffice(screen: AsyncRouteComponent<object>): AsyncRouteComponent<object> {
  return only(['coordinator', 'administrator'], screen);
}

function forAdministrators(screen: AsyncRouteComponent<object>): AsyncRouteComponent<object> {
  return only(['administrator'], screen);
}

function only(roles: readonly Role[], Screen: AsyncRouteComponent<object>): AsyncRouteComponent<object> {
  const Guarded = () => (
    <RequireRole roles={roles}>
      <Screen />
    </RequireRole>
  );
  return Object.assign(Guarded, Screen.preload ? { preload: Screen.preload } : {});
}

/** Today is read while its page is still on its way; for those alone who may see it. */
async function beginToday(client: QueryClient, tenant: string): Promise<void> {
  const { memberships } = await client.query(sessionQuery);
  const roles = memberships.find((each) => each.tenant === tenant)?.roles ?? [];
  if (roles.includes('coordinator') || roles.includes('administrator')) readToday(client, tenant);
}

const today = createRoute({
  getParentRoute: () => office,
  path: '/',
  // Whoever shows what was read tells of an error.
  loader: ({ context, params }) => void beginToday(context.queryClient, params.tenant).catch(() => undefined),
  component: forOffice(lazyRouteComponent(() => import('../features/today/today-page.js'), 'TodayPage')),
});
const volunteers = createRoute({
  getParentRoute: () => office,
  path: 'freiwillige',
  validateSearch: (search: Record<string, unknown>): Readonly<Record<string, unknown>> => search,
  component: lazyRouteComponent(() => import('../features/volunteers/volunteers-page.js'), 'VolunteersPage'),
});
const volunteer = createRoute({
  getParentRoute: () => office,
  path: 'freiwillige/$id',
  component: lazyRouteComponent(() => import('../features/volunteers/volunteer-page.js'), 'VolunteerPage'),
});
const courses = createRoute({
  getParentRoute: () => office,
  path: 'kurse',
  component: lazyRouteComponent(() => import('../features/courses/courses-page.js'), 'CoursesPage'),
});
const planCourse = createRoute({
  getParentRoute: () => office,
  path: 'kurse/neu',
  component: lazyRouteComponent(() => import('../features/courses/plan-course-page.js'), 'PlanCoursePage'),
});
const course = createRoute({
  getParentRoute: () => office,
  path: 'kurse/$id',
  component: lazyRouteComponent(() => import('../features/courses/course-page.js'), 'CoursePage'),
});
const attendance = createRoute({
  getParentRoute: () => office,
  path: 'kurse/$id/anwesenheit/$session',
  component: lazyRouteComponent(() => import('../features/courses/attendance-page.js'), 'AttendancePage'),
});
const requests = createRoute({
  getParentRoute: () => office,
  path: 'anfragen',
  component: lazyRouteComponent(() => import('../features/requests/requests-page.js'), 'RequestsPage'),
});
const newRequest = createRoute({
  getParentRoute: () => office,
  path: 'anfragen/neu',
  /** `from`: the request that needs somebody again. */
  validateSearch: ({ from }: Record<string, unknown>): { readonly from?: string } =>
    typeof from === 'string' ? { from } : {},
  component: lazyRouteComponent(() => import('../features/requests/new-request-page.js'), 'NewRequestPage'),
});
const board = createRoute({
  getParentRoute: () => office,
  path: 'anfragen/$id',
  component: lazyRouteComponent(() => import('../features/requests/board-page.js'), 'BoardPage'),
});
const placements = createRoute({
  getParentRoute: () => office,
  path: 'begleitungen',
  component: lazyRouteComponent(() => import('../features/placements/placements-page.js'), 'PlacementsPage'),
});
const placement = createRoute({
  getParentRoute: () => office,
  path: 'begleitungen/$id',
  component: lazyRouteComponent(() => import('../features/placements/placement-page.js'), 'PlacementPage'),
});
const messages = createRoute({
  getParentRoute: () => office,
  path: 'mitteilungen',
  component: forOffice(lazyRouteComponent(() => import('../features/messages/messages-page.js'), 'MessagesPage')),
});
const imports = createRoute({
  getParentRoute: () => office,
  path: 'import',
  component: forOffice(lazyRouteComponent(() => import('../features/import/import-page.js'), 'ImportPage')),
});

const administration = createRoute({
  getParentRoute: () => office,
  path: 'verwaltung',
  component: forAdministrators(
    lazyRouteComponent(() => import('../features/administration/administration-page.js'), 'AdministrationPage'),
  ),
});
const settings = createRoute({
  getParentRoute: () => office,
  path: 'einstellungen',
  component: forAdministrators(
    lazyRouteComponent(() => import('../features/settings/settings-page.js'), 'SettingsPage'),
  ),
});
const privacy = createRoute({
  getParentRoute: () => office,
  path: 'datenschutz',
  component: forAdministrators(lazyRouteComponent(() => import('../features/privacy/privacy-page.js'), 'PrivacyPage')),
});

const personPrivacy = createRoute({
  getParentRoute: () => office,
  path: 'datenschutz/$id',
  component: forAdministrators(
    lazyRouteComponent(() => import('../features/privacy/person-privacy-page.js'), 'PersonPrivacyPage'),
  ),
});

const duplicates = createRoute({
  getParentRoute: () => office,
  path: 'doppelte',
  component: forOffice(lazyRouteComponent(() => import('../features/duplicates/duplicates-page.js'), 'DuplicatesPage')),
});

export const officeRoutes = [
  office.addChildren([
    today,
    volunteers,
    volunteer,
    courses,
    planCourse,
    course,
    attendance,
    requests,
    newRequest,
    board,
    placements,
    placement,
    messages,
    imports,
    administration,
    settings,
    duplicates,
    privacy,
    personPrivacy,
  ]),
] as const;
