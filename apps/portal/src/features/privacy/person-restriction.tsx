import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { restrictionGrounds, restrictionQuery, type RestrictionGround } from '../../api/privacy.js';
import type { Written } from '../../api/rows.js';
import { seen } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { RadioGroup } from '../../ui/choices.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';

interface Person {
  readonly tenant: string;
  readonly id: string;
}

/** What is stored stays and is not used: Art. 18 DSGVO. */
export function PersonRestriction({ tenant, id }: Person) {
  const { t, day } = useWords();
  return (
    <Panel title={t('restrictions.title')}>
      <Loaded query={useQuery(restrictionQuery(tenant, id))}>
        {(row) =>
          row === null ? (
            <>
              <p className="kern-body">{t('restrictions.off')}</p>
              <Restrict tenant={tenant} id={id} />
            </>
          ) : (
            <>
              <p className="kern-body">
                {t('restrictions.since', { day: day(row.since) })} · {t(`restrictions.ground.${row.ground}`)}
              </p>
              <AskingButton
                label={t('restrictions.lift')}
                title={t('restrictions.lift.ask')}
                text={t('restrictions.lift.text')}
                run={() => lift(tenant, id, row.revision)}
              />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Restrict({ tenant, id: subjectId }: Person) {
  const { t } = useWords();
  const [ground, setGround] = useState<RestrictionGround>('accuracy-contested');
  const restrict = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/restrictions', { params: { path: { tenant } }, body: { subjectId, ground } }),
    );
  return (
    <AskingButton
      label={t('restrictions.set')}
      title={t('restrictions.set.ask')}
      text={t('restrictions.set.text')}
      run={restrict}
    >
      <RadioGroup
        label={t('privacy.ground')}
        value={ground}
        options={restrictionGrounds.map((each) => [each, t(`restrictions.ground.${each}`)])}
        onChange={setGround}
      />
    </AskingButton>
  );
}

function lift(tenant: string, id: string, revision: number): Promise<Written> {
  return answerOf(
    api.DELETE('/registration/{tenant}/restrictions/{id}', {
      params: { path: { tenant, id } },
      headers: seen(revision),
    }),
  );
}
