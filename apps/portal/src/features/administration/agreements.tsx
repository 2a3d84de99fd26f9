import { useQuery } from '@tanstack/react-query';
import { agreementsQuery, type AgreementRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { tenantsQuery } from '../../api/tenants.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loaded } from '../../ui/states.js';

/** Courses that towns share: it holds when both have signed, and ends when either wants. */
export function Agreements({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const agreements = useQuery(agreementsQuery(tenant));
  const others = useQuery(tenantsQuery).data?.items.filter(({ id }) => id !== tenant) ?? [];
  return (
    <Panel title={t('agreements.title')}>
      <p className="kern-body">{t('agreements.text')}</p>
      <Loaded query={agreements}>
        {({ items }) => (
          <ul className="rows">
            {others.map(({ id, name }) => (
              <li key={id} className="rows__with-action">
                <Partner tenant={tenant} partner={id} name={name} row={items.find((each) => each.partner === id)} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

function Partner(props: {
  readonly tenant: string;
  readonly partner: string;
  readonly name: string;
  readonly row: AgreementRow | undefined;
}) {
  const { t } = useWords();
  const { tenant, partner, name, row } = props;
  const signed = (row?.signedHere.length ?? 0) > 0;
  const action = useAction((wish: 'sign' | 'end') =>
    answerOf<Written>(
      wish === 'sign'
        ? api.POST('/registration/{tenant}/agreements', {
            params: { path: { tenant } },
            body: { partner, shares: ['courses'] },
          })
        : api.POST('/registration/{tenant}/agreements/{partner}/end', { params: { path: { tenant, partner } } }),
    ),
  );
  return (
    <>
      <span className="stack stack--tight">
        {name}
        <State row={row} />
        {action.error && <Failure error={action.error} />}
      </span>
      <Button busy={action.isPending} onClick={() => action.mutate(signed ? 'end' : 'sign')}>
        {t(signed ? 'agreements.end' : 'agreements.sign')}
        <span className="kern-sr-only">: {name}</span>
      </Button>
    </>
  );
}

function State({ row }: { readonly row: AgreementRow | undefined }) {
  const { t } = useWords();
  if (row && row.shared.length > 0) return <Badge tone="success">{t('agreements.both')}</Badge>;
  if (row && row.signedHere.length > 0) return <Badge tone="warning">{t('agreements.here')}</Badge>;
  if (row && row.signedThere.length > 0) return <Badge tone="warning">{t('agreements.there')}</Badge>;
  return <Badge tone="info">{t('agreements.none')}</Badge>;
}
