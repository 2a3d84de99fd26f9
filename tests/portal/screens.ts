import type { PortalUnderTest, Visitor } from './portal-under-test.js';

export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly role?: Visitor['role'];
}

/** Every screen there is, with something to see on it. */
export async function screensOf(portal: PortalUnderTest): Promise<readonly Screen[]> {
  const first = async (list: string, has: (row: Record<string, unknown>) => boolean = () => true) => {
    const { items } = (await portal.ask(list)) as { items: ({ id: string } & Record<string, unknown>)[] };
    return items.find(has)?.id ?? items[0]?.id ?? 'none';
  };
  const volunteer = await first('/registration/siegen/volunteers');
  const proposed = await first('/matching/siegen/requests?status=open', (row) => 'proposal' in row);
  const uncovered = await first('/matching/siegen/requests?status=open', (row) => 'whyNot' in row);
  const placement = await first('/matching/siegen/placements', (row) => row['minutes'] !== 0);
  const course = await first('/training/siegen/courses');
  const open = { start: '/', welcome: '', 'ask-for-help': '/hilfe', 'offer-help': '/mithelfen', courses: '/kurse' };
  const office = {
    today: '',
    volunteers: '/freiwillige',
    volunteer: `/freiwillige/${volunteer}`,
    requests: '/anfragen',
    'new-request': '/anfragen/neu',
    board: `/anfragen/${proposed}`,
    'board-nobody': `/anfragen/${uncovered}`,
    placements: '/begleitungen',
    placement: `/begleitungen/${placement}`,
    'office-courses': '/kurse',
    course: `/kurse/${course}`,
    attendance: `/kurse/${course}/anwesenheit/1`,
    'plan-course': '/kurse/neu',
    duplicates: '/doppelte',
    messages: '/mitteilungen',
    import: '/import',
  };
  const household = {
    'my-requests': '',
    'ask-again': '/neu',
    'household-messages': '/mitteilungen',
    'household-data': '/daten',
  };
  const own = { 'my-page': '', 'my-courses': '/kurse', 'my-messages': '/mitteilungen', 'my-data': '/daten' };
  return [
    ...Object.entries(open).map(([name, path]) => ({ name, path: path === '/' ? '/' : `/t/siegen${path}` })),
    { name: 'check-certificate', path: `/t/siegen/zertifikat/${'0'.repeat(32)}` },
    { name: 'accessibility', path: '/barrierefreiheit' },
    { name: 'not-found', path: '/t/nowhere' },
    { name: 'sign-in-first', path: '/t/siegen/buero' },
    { name: 'forbidden', path: '/t/siegen/buero', role: 'analyst' as const },
    { name: 'answer', path: portal.answerLinks()[0] ?? 'none' },
    { name: 'answer-forged', path: '/t/siegen/vorschlag?link=forged' },
    { name: 'report', path: '/t/siegen/bericht', role: 'analyst' as const },
    { name: 'report-compared', path: '/t/siegen/bericht?asOf=2015-12-31&with=2015-03-01', role: 'analyst' as const },
    { name: 'county-towns', path: '/t/siegen-wittgenstein/einsicht', role: 'county-analyst' as const },
    { name: 'county-town', path: '/t/siegen-wittgenstein/einsicht/kreuztal', role: 'county-analyst' as const },
    { name: 'county-nothing', path: '/t/siegen-wittgenstein/einsicht/siegen', role: 'county-analyst' as const },
    { name: 'administration', path: '/t/siegen/buero/verwaltung', role: 'administrator' as const },
    { name: 'settings', path: '/t/siegen/buero/einstellungen', role: 'administrator' as const },
    {
      name: 'person-privacy',
      path: `/t/siegen/buero/datenschutz/${volunteer}`,
      role: 'administrator' as const,
    },
    { name: 'privacy', path: '/t/siegen/buero/datenschutz', role: 'administrator' as const },
    ...Object.entries(own).map(([name, path]) => ({ name, path: `/t/siegen/ich${path}`, role: 'volunteer' as const })),
    ...Object.entries(household).map(([name, path]) => ({
      name,
      path: `/t/siegen/haushalt${path}`,
      role: 'newcomer' as const,
    })),
    ...Object.entries(office).map(([name, path]) => ({
      name,
      path: `/t/siegen/buero${path}`,
      role: 'coordinator' as const,
    })),
  ];
}
