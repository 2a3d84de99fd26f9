import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ownCoursesQuery, ownProfileQuery } from '../../api/own-queries.js';
import { useWords } from '../../i18n/index.js';
import { Acquaintances } from '../../ui/acquaintances.js';
import { today } from '../../ui/code-words.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { MyPlacements } from './my-placements.js';
import { MyProposals } from './my-proposals.js';
import { MyTime } from './my-time.js';

/** What a volunteer opens on the phone: what waits for an answer first, then what one does most. */
export function MyPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/ich/' });
  return (
    <Page title={t('nav.mine')} lead={t('own.lead')}>
      <MyProposals tenant={tenant} />
      <MyPlacements tenant={tenant} />
      <Acquaintances tenant={tenant} />
      <NextSession tenant={tenant} />
      <Loaded query={useQuery(ownProfileQuery(tenant))}>
        {(profile) => <MyTime tenant={tenant} profile={profile} />}
      </Loaded>
    </Page>
  );
}

function NextSession({ tenant }: { readonly tenant: string }) {
  const { t, weekday } = useWords();
  const { data } = useQuery(ownCoursesQuery(tenant));
  const coming = (data?.items ?? [])
    .filter(({ place }) => place === 'enrolled')
    .flatMap((course) => course.sessions.map((session) => ({ ...session, course })))
    .filter(({ heldOn }) => heldOn >= today())
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn));
  const [next] = coming;
  if (!next) return null;
  return (
    <Panel title={t('own.next-session')}>
      <p className="kern-body">
        {weekday(next.heldOn)}, <bdi>{`${next.startsAt}–${next.endsAt}`}</bdi>, {next.course.town}
        <br />
        <Link to="/t/$tenant/ich/kurse" params={{ tenant }} className="text-link">
          {next.course.title}
        </Link>
      </p>
    </Panel>
  );
}
