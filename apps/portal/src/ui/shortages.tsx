import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import { useWords } from '../i18n/index.js';
import { languagesIn } from './code-words.js';
import { Panel } from './panel.js';
import { Loaded } from './states.js';

const shortagesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['shortages', tenant],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/matching/{tenant}/shortages', { params: { path: { tenant } }, signal })),
  });

/** Which languages and topics nobody is left for, so that one knows whom to look for. */
export function Shortages({ tenant }: { readonly tenant: string }) {
  const words = useWords();
  const { t } = words;
  return (
    <Panel title={t('requests.shortages')}>
      <Loaded query={useQuery(shortagesQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('requests.shortages.none')}</p>
          ) : (
            <ul className="rows">
              {items.slice(0, 8).map(({ language, area, topic, unmatched }) => (
                <li key={`${language} ${area} ${topic}`}>
                  {t('requests.shortage', {
                    count: unmatched,
                    what: [languagesIn(words, [language]), t(`topic.${topic as 'forms'}`), area].join(', '),
                  })}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
