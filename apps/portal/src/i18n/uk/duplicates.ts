import type { duplicates as german } from '../de/duplicates.js';
import type { SaidAs } from '../messages.js';

export const duplicates: SaidAs<typeof german> = {
  'duplicates.title': 'Подвійні записи',
  'duplicates.lead': 'Ці записи можуть бути однією особою. Пари та родини часто мають спільну адресу.',
  'nav.duplicates': 'Подвійні',
  'duplicates.empty': 'Немає подвійних записів',
  'duplicates.empty.text': 'Щойно два записи матимуть спільну адресу, номер чи ім’я, вони з’являться тут.',
  'duplicates.shared': 'Однаково: {what}',
  'duplicates.shared.email': 'електронна адреса',
  'duplicates.shared.phone': 'номер телефону',
  'duplicates.shared.name': 'ім’я та рік народження',
  'duplicates.since': 'Відколи',
  'duplicates.keep': 'Залишити цей запис',
  'duplicates.keep.ask': 'Залишити лише запис {name}?',
  'duplicates.keep.text':
    'Інші записи цієї групи зникнуть зі списків і пропозицій. Жодне число не зміниться, і ви зможете скасувати це нижче.',
  'duplicates.merged': 'Об’єднано',
  'duplicates.merged.none': 'Ще нічого не об’єднано.',
  'duplicates.merged.into': '{name} належить до',
  'duplicates.undo': 'Знову роз’єднати',
  'duplicates.undo.ask': 'Знову роз’єднати {name}?',
  'duplicates.undo.text': 'Обидва записи знову будуть у списках, як були.',
};
