import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/index.js';
import { Panel } from '../../ui/panel.js';
import { PersonName } from '../../ui/person.js';
import { Loaded } from '../../ui/states.js';
import { DistrictMap } from './district-map.js';
import { mapQuery, type RequestMap } from './request-map.js';

/** Where the request and its candidates are: as a picture, and said in a list. */
export function WhereTheyAre({ tenant, id }: { readonly tenant: string; readonly id: string }) {
  const { t } = useWords();
  return (
    <Panel title={t('map.title')}>
      <Loaded query={useQuery(mapQuery(tenant, id))}>
        {(map) => (
          <>
            {map.at && <DistrictMap map={map} at={map.at} />}
            {!map.at && <p className="kern-body kern-body--muted">{t('map.unknown')}</p>}
            {map.volunteers.length === 0 && <p className="kern-body kern-body--muted">{t('map.nobody')}</p>}
            <ol className="district-map__list">
              {map.volunteers.map((each) => (
                <li key={each.volunteerId}>
                  <PersonName tenant={tenant} id={each.volunteerId} /> <Place volunteer={each} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Place({ volunteer: { town, km } }: { readonly volunteer: RequestMap['volunteers'][number] }) {
  const { t } = useWords();
  const way = km === null ? t('reason.distance-unknown') : t('reason.distance', { km });
  return <span className="rows__note">{[town, way].filter(Boolean).join(', ')}</span>;
}
