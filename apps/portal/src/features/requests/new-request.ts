import { answerOf, api } from '../../api/client.js';
import type { RequestRow, Written } from '../../api/rows.js';
import { filled } from '../../ui/form.js';
import { dayParts, topicCodes, type DayPart, type TopicCode } from '../../ui/vocabulary.js';

/** What the office fills in. */
export interface NewRequest {
  readonly code: string;
  readonly askedBy: RequestRow['askedBy'] | '';
  readonly languages: readonly string[];
  readonly topics: readonly TopicCode[];
  readonly availability: readonly DayPart[];
  readonly postalCode: string;
  readonly town: string;
  readonly urgency: RequestRow['urgency'] | '';
  readonly kind: RequestRow['kind'] | '';
  readonly note: string;
}

export const emptyRequest: NewRequest = {
  ...{ code: '', askedBy: 'self', languages: [], topics: [], availability: [] },
  ...{ postalCode: '', town: '', urgency: 'normal', kind: 'one-off', note: '' },
};
export const askers = ['self', 'school', 'job-centre', 'social-office', 'childcare', 'other'] as const;
export const urgencies = ['normal', 'high', 'immediate'] as const;
export const kinds = ['one-off', 'long-term'] as const;

/** What a new request takes over from an earlier one without being asked. */
export type KeptDetails = Partial<Pick<RequestRow, 'newcomerId' | 'householdSize' | 'genderWish' | 'follows'>>;

/** The same need once more; the running number names the earlier request. */
export function likeBefore(row: RequestRow): NewRequest {
  const { askedBy, languages, topics, availability, postalCode, town, urgency, kind, note } = row;
  return {
    ...{ code: '', askedBy, languages, urgency, kind },
    topics: topicCodes.filter((code) => topics.includes(code)),
    availability: dayParts.filter((part) => availability.includes(part)),
    ...{ postalCode: postalCode ?? '', town: town ?? '' },
    note: typeof note === 'string' ? note : '',
  };
}

/** Only where somebody was there already does the new request carry the earlier one on. */
export function keptFrom({ id, status, newcomerId, householdSize, genderWish }: RequestRow): KeptDetails {
  return {
    ...(status === 'ended' ? { follows: id } : {}),
    ...(newcomerId ? { newcomerId } : {}),
    ...(householdSize ? { householdSize } : {}),
    ...(genderWish ? { genderWish } : {}),
  };
}

/** Records it; with the same key once only. */
export function saveRequest(
  tenant: string,
  { form, kept, key }: { readonly form: NewRequest; readonly kept: KeptDetails; readonly key: string },
): Promise<Written> {
  const { languages, topics, availability, askedBy, urgency, kind, ...rest } = form;
  return answerOf(
    api.POST('/matching/{tenant}/requests', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: {
        ...kept,
        ...filled(rest),
        ...(askedBy ? { askedBy } : {}),
        ...(urgency ? { urgency } : {}),
        ...(kind ? { kind } : {}),
        languages: [...languages],
        topics: [...topics],
        availability: [...availability],
      },
    }),
  );
}
