import { answerOf, api } from '../../api/client.js';
import type { OwnProfile } from '../../api/own-rows.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords, type Words } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Panel } from '../../ui/panel.js';
import { VolunteerBadge } from '../../ui/person.js';
import { Failure } from '../../ui/states.js';

/** Whether the office may ask one at the moment; a break begins and ends with one tap. */
export function MyTime({ tenant, profile }: { readonly tenant: string; readonly profile: OwnProfile }) {
  const words = useWords();
  const { t } = words;
  const { status } = profile;
  const step = useAction((wish: 'pause' | 'resume') => take(tenant, wish));
  return (
    <Panel title={t('own.time')} actions={<VolunteerBadge status={status} />}>
      <p className="kern-body">{sentence(profile, words)}</p>
      {step.error && <Failure error={step.error} />}
      {status === 'active' && (
        <Button busy={step.isPending} onClick={() => step.mutate('pause')}>
          {t('own.pause')}
        </Button>
      )}
      {status === 'paused' && (
        <Button variant="primary" busy={step.isPending} onClick={() => step.mutate('resume')}>
          {t('own.resume')}
        </Button>
      )}
    </Panel>
  );
}

function sentence({ status, statusSince }: OwnProfile, { t, day }: Words): string {
  switch (status) {
    case 'active':
      return t('own.time.active');
    case 'paused':
      return t('own.time.paused', { day: day(statusSince) });
    case 'interested':
      return t('own.time.interested');
    case 'declined':
    case 'left':
      return t('own.time.gone');
  }
}

function take(tenant: string, wish: 'pause' | 'resume'): Promise<Written> {
  const options = { params: { path: { tenant } } };
  return wish === 'pause'
    ? answerOf(api.POST('/registration/{tenant}/me/pause', options))
    : answerOf(api.POST('/registration/{tenant}/me/resume', options));
}
