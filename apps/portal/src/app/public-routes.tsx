import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, tenantRoute } from './root-routes.js';

export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
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

export const publicRoutes = [welcome, offerHelp, askForHelp, nextCourses, checkCertificate] as const;
