import { answerOf, api } from '../../api/client.js';
import { emptyContact, type Contact } from '../../ui/contact-fields.js';
import { filled } from '../../ui/form.js';
import type { DayPart, TopicCode } from '../../ui/vocabulary.js';

/** What a household says when it asks for help. */
export interface Wish extends Contact {
  readonly languages: readonly string[];
  readonly topics: readonly TopicCode[];
  readonly availability: readonly DayPart[];
  readonly householdSize: string;
  readonly note: string;
}

export const emptyWish: Wish = {
  ...emptyContact,
  languages: [],
  topics: [],
  availability: [],
  householdSize: '1',
  note: '',
};

export function sendWish(tenant: string, wish: Wish, key: string): Promise<unknown> {
  const { givenName, familyName, languages, topics, availability, householdSize, ...rest } = wish;
  return answerOf(
    api.POST('/registration/{tenant}/help-requests', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: {
        ...filled(rest),
        givenName,
        familyName,
        languages: [...languages],
        topics: [...topics],
        availability: [...availability],
        householdSize: Number(householdSize),
      },
    }),
  );
}
