import type { duplicates as german } from '../de/duplicates.js';
import type { SaidAs } from '../messages.js';

export const duplicates: SaidAs<typeof german> = {
  'duplicates.title': 'Duplicates',
  'duplicates.lead': 'These records may be the same person. Couples and families often share an address.',
  'nav.duplicates': 'Duplicates',
  'duplicates.empty': 'No duplicates',
  'duplicates.empty.text': 'As soon as two records share an address, number or name, they show here.',
  'duplicates.shared': 'The same: {what}',
  'duplicates.shared.email': 'e-mail address',
  'duplicates.shared.phone': 'phone number',
  'duplicates.shared.name': 'name and year of birth',
  'duplicates.since': 'Since',
  'duplicates.keep': 'Keep this record',
  'duplicates.keep.ask': 'Keep only the record of {name}?',
  'duplicates.keep.text':
    'The other records of this group leave lists and proposals. No figure changes, and you can undo it below.',
  'duplicates.merged': 'Merged',
  'duplicates.merged.none': 'Nothing has been merged yet.',
  'duplicates.merged.into': '{name} belongs to',
  'duplicates.undo': 'Separate again',
  'duplicates.undo.ask': 'Separate {name} again?',
  'duplicates.undo.text': 'Both records are then in the lists again, as they were.',
};
