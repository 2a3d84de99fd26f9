import { useQuery } from '@tanstack/react-query';
import { agreementsQuery, type AgreementRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { tenantsQuery } from '../../api/tenants.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
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
  const signing = useAction(() =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/agreements', {
        params: { path: { tenant } },
        body: { partner, shares: ['courses'] },
      }),
    ),
  );
  const end = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/agreements/{partner}/end', { params: { path: { tenant, partner } } }),
    );
  return (
    <>
      <span className="stack stack--tight">
        {name}
        <State row={row} />
        {signing.error && <Failure error={signing.error} />}
      </span>
      {signed ? (
        <AskingButton
          label={t('agreements.end')}
          about={name}
          title={t('agreements.end.ask', { name })}
          text={t('agreements.end.text', { name })}
          run={end}
        />
      ) : (
        <Button
          aria-label={`${t('agreements.sign')}: ${name}`}
          busy={signing.isPending}
          onClick={() => signing.mutate(undefined)}
        >
          {t('agreements.sign')}
        </Button>
      )}
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
