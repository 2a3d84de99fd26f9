import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { readAll } from '../../api/pages.js';
import type { OwnCertificate } from '../../api/own-rows.js';
import type { Page } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { buttonClass } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';

const ownCertificatesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-certificates', tenant],
    queryFn: ({ signal }) =>
      readAll((query) =>
        answerOf<Page<OwnCertificate>>(
          api.GET('/training/{tenant}/me/certificates', { params: { path: { tenant }, query }, signal }),
        ),
      ),
  });

/** What a volunteer has been certified, each to be downloaded. */
export function MyCertificates({ tenant }: { readonly tenant: string }) {
  const { t, day } = useWords();
  return (
    <Panel title={t('own.certificates')}>
      <Loaded query={useQuery(ownCertificatesQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('own.certificates.none')}</p>
          ) : (
            <ul className="rows">
              {items.map(({ id, number, courseTitle, issuedOn }) => (
                <li key={id}>
                  <span>{courseTitle}</span>
                  <span className="rows__note">{day(issuedOn)}</span>
                  <span className="actions">
                    <a
                      className={buttonClass('secondary')}
                      href={`/training/${tenant}/me/certificates/${id}.pdf`}
                      download
                    >
                      <Icon name="download" />
                      <span className="kern-label">{t('own.certificate.download', { number })}</span>
                    </a>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
