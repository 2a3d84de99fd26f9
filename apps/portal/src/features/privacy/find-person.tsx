import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { HouseholdRow, Page, VolunteerRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { TextField } from '../../ui/fields.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';
import { PersonLink } from './person-link.js';

// Of volunteers, and of households.
const shownAtMost = 6;

/** The way to somebody who has asked for nothing here yet. */
export function FindPerson({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, error } = useQuery({
    queryKey: ['people', tenant, { q }],
    queryFn: async ({ signal }) => {
      const wanted = { params: { path: { tenant }, query: { q, limit: shownAtMost } }, signal };
      const [volunteers, households] = await Promise.all([
        answerOf<Page<VolunteerRow>>(api.GET('/registration/{tenant}/volunteers', wanted)),
        answerOf<Page<HouseholdRow>>(api.GET('/registration/{tenant}/newcomers', wanted)),
      ]);
      return [...volunteers.items, ...households.items];
    },
    enabled: q.length > 1,
  });
  const people = q.length > 1 ? data : undefined;
  return (
    <Panel title={t('privacy.find')}>
      <search className="stack stack--tight">
        <TextField
          label={t('volunteers.search')}
          hint={t('privacy.find.hint')}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
        {error && <Failure error={error} />}
        {people?.length === 0 && <p className="kern-body kern-body--muted">{t('privacy.find.none')}</p>}
        {people && (
          <ul className="plain-list">
            {people.map(({ id }) => (
              <li key={id}>
                <PersonLink tenant={tenant} id={id} />
              </li>
            ))}
          </ul>
        )}
      </search>
    </Panel>
  );
}
