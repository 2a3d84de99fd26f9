import { useQuery } from '@tanstack/react-query';
import { acquaintancesQuery, contactWays, type Acquaintance, type ContactWay } from '../api/acquaintances.js';
import { answerOf, api } from '../api/client.js';
import { textOf } from '../api/own-rows.js';
import type { Written } from '../api/rows.js';
import { useAction } from '../api/use-action.js';
import { useWords } from '../i18n/index.js';
import { CheckboxGroup } from './choices.js';
import { Facts, Panel } from './panel.js';
import { personal } from './person.js';
import { Failure } from './states.js';

/** Who accompanies one, or whom one accompanies; nothing while there is nobody. */
export function Acquaintances({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(acquaintancesQuery(tenant));
  // What is shown stays, also when it cannot be read anew.
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const [first] = data?.items ?? [];
  if (!first) return null;
  return (
    <Panel title={t(`guide.title.${first.other}`)}>
      <ul className="cards">
        {data?.items.map((row) => (
          <li key={row.id} className="card">
            <Other tenant={tenant} row={row} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Other({ tenant, row }: { readonly tenant: string; readonly row: Acquaintance }) {
  const words = useWords();
  const { t } = words;
  const name = personal(row.givenName, words);
  const [phone, email] = [textOf(row.phone), textOf(row.email)];
  const sharing = useAction((ways: readonly ContactWay[]) => share(tenant, row.id, ways));
  return (
    <>
      <h3 className="kern-title" dir="auto">
        {name}
      </h3>
      {phone || email ? (
        <Facts
          rows={[
            [t('person.phone'), phone && <Reach href={`tel:${phone.replaceAll(' ', '')}`} text={phone} />],
            [t('person.email'), email && <Reach href={`mailto:${email}`} text={email} />],
          ]}
        />
      ) : (
        <p className="kern-body kern-body--muted">{t('guide.nothing-shared', { name })}</p>
      )}
      <CheckboxGroup<ContactWay>
        label={t('guide.share', { name })}
        hint={t('guide.share.hint', { name })}
        options={contactWays.map((way) => [way, t(`guide.share.${way}`)])}
        values={sharing.isPending ? sharing.variables : row.shared}
        onChange={(ways) => sharing.mutate(ways)}
      />
      {sharing.error && <Failure error={sharing.error} />}
    </>
  );
}

function Reach({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a href={href} className="text-link" dir="ltr">
      {text}
    </a>
  );
}

function share(tenant: string, id: string, ways: readonly ContactWay[]): Promise<Written> {
  return answerOf(
    api.PUT('/registration/{tenant}/me/acquaintances/{id}/shared', {
      params: { path: { tenant, id } },
      body: { ways: [...ways] },
    }),
  );
}
