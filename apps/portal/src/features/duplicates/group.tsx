import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import type { ComparedPerson, DuplicateGroup } from '../../api/duplicates.js';
import type { Written } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { Panel } from '../../ui/panel.js';
import { nameOf, personal, VolunteerBadge } from '../../ui/person.js';
import { Table } from '../../ui/table.js';

/** Records side by side, so that one sees what they share; one of them is kept. */
export function Group({ tenant, group }: { readonly tenant: string; readonly group: DuplicateGroup }) {
  const words = useWords();
  const { t, day, list } = words;
  const title = t('duplicates.shared', { what: list(group.shared.map((each) => t(`duplicates.shared.${each}`))) });
  return (
    <Panel title={title}>
      <Table
        caption={title}
        rows={group.people}
        rowKey={({ id }) => id}
        columns={[
          {
            title: t('staff.name'),
            cell: (person) => (
              <>
                <Link to="/t/$tenant/buero/freiwillige/$id" params={{ tenant, id: person.id }} className="text-link">
                  {nameOf(person, words)}
                </Link>
                {typeof person.birthYear === 'number' && ` (${person.birthYear})`}
              </>
            ),
          },
          { title: t('volunteer.contact'), cell: (person) => <Reach person={person} /> },
          { title: t('common.town'), cell: ({ postalCode, town }) => [postalCode, town].filter(Boolean).join(' ') },
          { title: t('duplicates.since'), cell: ({ interestedSince }) => day(interestedSince) },
          { title: t('common.status'), cell: ({ status }) => <VolunteerBadge status={status} /> },
          { title: t('staff.change'), cell: (person) => <Keep tenant={tenant} kept={person} group={group} /> },
        ]}
      />
    </Panel>
  );
}

function Reach({ person: { email, phone } }: { readonly person: ComparedPerson }) {
  const words = useWords();
  return (
    <span className="stack stack--tight" dir="ltr">
      {email !== undefined && <span>{personal(email, words)}</span>}
      {phone !== undefined && <span>{personal(phone, words)}</span>}
    </span>
  );
}

function Keep(props: { readonly tenant: string; readonly kept: ComparedPerson; readonly group: DuplicateGroup }) {
  const words = useWords();
  const { t, number } = words;
  const { tenant, kept, group } = props;
  const others = group.people.filter(({ id }) => id !== kept.id);
  const merge = async () => {
    // One after the other: the platform merges one at a time.
    for (const { id } of others)
      await answerOf<Written>(
        api.POST('/registration/{tenant}/volunteers/{id}/merge', {
          params: { path: { tenant, id } },
          body: { into: kept.id },
        }),
      );
  };
  return (
    <AskingButton
      label={t('duplicates.keep')}
      about={`${nameOf(kept, words)} (${number(group.people.indexOf(kept) + 1)})`}
      title={t('duplicates.keep.ask', { name: nameOf(kept, words) })}
      text={t('duplicates.keep.text')}
      run={merge}
    />
  );
}
