import {
  availabilityCell,
  dayCell,
  emailCell,
  genderCell,
  languagesCell,
  phoneCell,
  postalCodeCell,
  textCell,
  topicsCell,
  wholeNumberCell,
  wordCell,
  yesNoCell,
  type LineOf,
} from '@lotsennetz/platform';

/** Columns of a roster, `freiwillige.csv`. */
export const volunteerColumns = {
  givenName: { header: 'Vorname', read: textCell(100) },
  familyName: { header: 'Nachname', read: textCell(100) },
  email: { header: 'E-Mail', read: emailCell, optional: true },
  phone: { header: 'Telefon', read: phoneCell, optional: true },
  postalCode: { header: 'PLZ', read: postalCodeCell, optional: true },
  town: { header: 'Ort', read: textCell(100), optional: true },
  birthYear: { header: 'Geburtsjahr', read: wholeNumberCell(1900, 2100), optional: true },
  gender: { header: 'Geschlecht', read: genderCell, optional: true },
  languages: { header: 'Sprachen', read: languagesCell, optional: true },
  topics: { header: 'Themen', read: topicsCell, optional: true },
  availability: { header: 'Verfügbarkeit', read: availabilityCell, optional: true },
  capacity: { header: 'Höchstzahl Begleitungen', read: wholeNumberCell(0, 20), optional: true },
  carrier: { header: 'Träger', read: textCell(100), optional: true },
  ownMigrationExperience: { header: 'Eigene Migrationserfahrung', read: yesNoCell, optional: true },
  interestedSince: { header: 'Interesse seit', read: dayCell },
  maxDistanceKm: { header: 'Höchstentfernung km', read: wholeNumberCell(0, 500), optional: true },
  status: {
    header: 'Status',
    read: wordCell({ interessiert: 'interested', aktiv: 'active' } as const),
    optional: true,
  },
} as const;

export type VolunteerLine = LineOf<typeof volunteerColumns>;
