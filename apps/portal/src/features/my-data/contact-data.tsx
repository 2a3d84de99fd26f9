import { answerOf, api } from '../../api/client.js';
import type { OwnProfile } from '../../api/own-rows.js';
import type { Written } from '../../api/rows.js';
import { seen } from '../../api/use-action.js';
import { useWords, type Words } from '../../i18n/index.js';
import { checkChoice, errorsOf } from '../../ui/check.js';
import { dayPartsIn, languagesIn, topicsIn } from '../../ui/code-words.js';
import { checkContact, ReachFields, type Contact } from '../../ui/contact-fields.js';
import { Panel } from '../../ui/panel.js';
import { nameOf } from '../../ui/person.js';
import type { TopicCode } from '../../ui/vocabulary.js';
import { OwnHelpFields, type OwnHelp } from './own-help.js';
import { RecordForm, useRecordForm } from './record-form.js';
import { clearedIn, contactOf, isOfContact, reachBody, tellContact } from './stored-contact.js';

type Profile = Contact & OwnHelp;

/** How one is reached and how one helps, as a form that starts with what is stored. */
export function ContactData({ tenant, profile }: { readonly tenant: string; readonly profile: OwnProfile }) {
  const words = useWords();
  const { t } = words;
  const record = useRecordForm<Profile>({
    name: `my-data.${tenant}`,
    stored: formOf(profile),
    check: (form) => errorsOf({ ...checkContact(form, words), languages: checkChoice(form.languages, words) }),
    save: (change) => save(tenant, change, profile.revision),
  });
  return (
    <RecordForm record={record} tell={(field, values) => told(field, values, words)}>
      <Panel title={t('own.data.contact')}>
        <p className="kern-body">{t('own.data.name', { name: nameOf(profile, words) })}</p>
        <ReachFields {...record} />
      </Panel>
      <OwnHelpFields {...record} />
    </RecordForm>
  );
}

function formOf(profile: OwnProfile): Profile {
  return {
    ...contactOf(profile),
    languages: profile.languages,
    topics: profile.topics as readonly TopicCode[],
    availability: profile.availability,
    capacity: String(profile.capacity),
    maxDistanceKm: profile.maxDistanceKm === undefined ? '' : String(profile.maxDistanceKm),
  };
}

function told(field: keyof Profile, values: Profile, words: Words): readonly [string, string] {
  const { t } = words;
  if (isOfContact(field)) return tellContact(field, values, words);
  switch (field) {
    case 'languages':
      return [t('offer.languages'), languagesIn(words, values.languages)];
    case 'topics':
      return [t('offer.topics'), topicsIn(words, values.topics)];
    case 'availability':
      return [t('offer.availability'), dayPartsIn(words, values.availability)];
    case 'capacity':
      return [t('volunteer.capacity'), values.capacity];
    case 'maxDistanceKm':
      return [t('own.data.distance'), values.maxDistanceKm];
  }
}

const clearable = ['email', 'phone', 'preferredLanguage', 'postalCode', 'town', 'maxDistanceKm'] as const;

function save(tenant: string, change: Partial<Profile>, revision: number): Promise<Written> {
  const { languages, topics, availability, capacity, maxDistanceKm } = change;
  return answerOf(
    api.PATCH('/registration/{tenant}/me', {
      params: { path: { tenant } },
      headers: seen(revision),
      body: {
        ...reachBody(change),
        ...clearedIn(change, clearable),
        ...(languages && { languages: [...languages] }),
        ...(topics && { topics: [...topics] }),
        ...(availability && { availability: [...availability] }),
        ...(capacity && { capacity: Number(capacity) }),
        ...(maxDistanceKm && { maxDistanceKm: Number(maxDistanceKm) }),
      },
    }),
  );
}
