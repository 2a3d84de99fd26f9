import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nameQuery } from '../../api/names.js';
import type { RequestRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { dayPartsIn, languagesIn, topicsIn } from '../../ui/code-words.js';
import { Facts, Panel } from '../../ui/panel.js';
import { nameOf, personal } from '../../ui/person.js';

/** What a household needs, and the placement that was there before. */
export function Need({ tenant, row }: { readonly tenant: string; readonly row: RequestRow }) {
  const words = useWords();
  const { t, day, number } = words;
  const earlier = row.earlierPlacements?.at(-1);
  const { data: household } = useQuery({
    ...nameQuery(tenant, row.newcomerId ?? ''),
    enabled: row.newcomerId !== undefined,
  });
  return (
    <Panel title={t('request.what')}>
      <Facts
        rows={[
          [t('request.for'), household && nameOf(household, words)],
          [t('common.topics'), topicsIn(words, row.topics)],
          [t('common.languages'), languagesIn(words, row.languages)],
          [t('common.availability'), dayPartsIn(words, row.availability) || t('request.any-time')],
          [t('common.town'), [row.postalCode, row.town].filter(Boolean).join(' ')],
          [t('request.urgency'), t(`request.urgency.${row.urgency}`)],
          [t('request.kind'), t(`request.kind.${row.kind}`)],
          [t('request.gender-wish'), row.genderWish && t(`gender.${row.genderWish}`)],
          [t('request.household'), row.householdSize && number(row.householdSize)],
          [t('request.received'), day(row.receivedOn)],
          [t('request.asked-by'), t(`request.asked-by.${row.askedBy}`)],
          [t('request.organisation'), personal(row.organisation, words)],
          [t('request.follows'), earlier && <ToEarlier tenant={tenant} placementId={earlier.placementId} />],
        ]}
      />
      {row.note !== undefined && (
        <div>
          <h3 className="kern-title kern-title--small">{t('common.note')}</h3>
          <p className="kern-body" dir="auto">
            {personal(row.note, words)}
          </p>
        </div>
      )}
    </Panel>
  );
}

function ToEarlier({ tenant, placementId }: { readonly tenant: string; readonly placementId: string }) {
  const { t } = useWords();
  return (
    <Link to="/t/$tenant/buero/begleitungen/$id" params={{ tenant, id: placementId }} className="text-link">
      {t('request.follows.placement')}
    </Link>
  );
}
