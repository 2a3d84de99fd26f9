import {
  availabilityCell,
  dayCell,
  languagesCell,
  matching,
  postalCodeCell,
  textCell,
  topicsCell,
  wholeNumberCell,
  wordCell,
  type LineOf,
} from '@lotsennetz/platform';
import { codePattern } from '../request/request.body.js';

/** Columns of a list of requests, `anfragen.csv`. */
export const requestColumns = {
  code: { header: 'Kürzel', read: matching(codePattern, '1 to 30 letters, digits, ".", "_", "/" or "-"') },
  askedBy: { header: 'Anfrage von', read: textCell(100), optional: true },
  householdSize: { header: 'Personen im Haushalt', read: wholeNumberCell(1, 30), optional: true },
  languages: { header: 'Sprachen', read: languagesCell },
  topics: { header: 'Themen', read: topicsCell },
  postalCode: { header: 'PLZ', read: postalCodeCell, optional: true },
  town: { header: 'Ort', read: textCell(100), optional: true },
  urgency: {
    header: 'Dringlichkeit',
    read: wordCell({ normal: 'normal', hoch: 'high', sofort: 'immediate' } as const),
    optional: true,
  },
  kind: {
    header: 'Art',
    read: wordCell({ einmalig: 'one-off', Patenschaft: 'long-term' } as const),
    optional: true,
  },
  availability: { header: 'Verfügbarkeit', read: availabilityCell, optional: true },
  genderWish: {
    header: 'Wunsch Geschlecht',
    read: wordCell({ w: 'female', m: 'male', d: 'diverse' } as const),
    optional: true,
  },
  receivedOn: { header: 'Eingang am', read: dayCell },
} as const;

export type RequestLine = LineOf<typeof requestColumns>;
