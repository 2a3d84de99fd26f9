import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.js';
import { rootRoute, tenantRoute } from './root-routes.js';
import { onlyPlace } from './work-place.js';

export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    // Without an answer one chooses, as everybody does who is not signed in.
    const session = await context.queryClient.query(sessionQuery).catch(() => undefined);
    const place = onlyPlace(session?.memberships ?? []);
    // TanStack Router takes this object as its way to say so.
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
    if (place) throw redirect({ ...place, replace: true });
  },
  component: lazyRouteComponent(() => import('../features/start/start-page.js'), 'StartPage'),
});

/** Of the whole portal, so outside every tenant; the portal's server knows the address. */
export const accessibilityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/barrierefreiheit',
  component: lazyRouteComponent(() => import('../features/accessibility/accessibility-page.js'), 'AccessibilityPage'),
});

const welcome = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/welcome/welcome-page.js'), 'WelcomePage'),
});

const offerHelp = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'mithelfen',
  component: lazyRouteComponent(() => import('../features/offer-help/offer-help-page.js'), 'OfferHelpPage'),
});

const askForHelp = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'hilfe',
  component: lazyRouteComponent(() => import('../features/ask-for-help/ask-for-help-page.js'), 'AskForHelpPage'),
});

const nextCourses = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'kurse',
  component: lazyRouteComponent(() => import('../features/next-courses/next-courses-page.js'), 'NextCoursesPage'),
});

const checkCertificate = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'zertifikat/{-$code}',
  component: lazyRouteComponent(
    () => import('../features/check-certificate/check-certificate-page.js'),
    'CheckCertificatePage',
  ),
});

const answerProposal = createRoute({
  getParentRoute: () => tenantRoute,
  path: 'vorschlag',
  validateSearch: ({ link }: Record<string, unknown>) => ({ link: typeof link === 'string' ? link : '' }),
  component: lazyRouteComponent(
    () => import('../features/answer-proposal/answer-proposal-page.js'),
    'AnswerProposalPage',
  ),
});

export const publicRoutes = [answerProposal, welcome, offerHelp, askForHelp, nextCourses, checkCertificate] as const;
