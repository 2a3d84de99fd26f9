import type { accessibility as german } from '../de/accessibility.js';
import type { SaidAs } from '../messages.js';

export const accessibility: SaidAs<typeof german> = {
  'app.accessibility': 'Доступність',
  'accessibility.title': 'Заява про доступність',
  'accessibility.lead':
    'Цим порталом мають могти користуватися всі. Ми оцінюємо його за німецькими правилами BITV 2.0. Листопад 2026 року.',
  'accessibility.state': 'Де ми зараз',
  'accessibility.state.text': 'Портал виконує вимоги частково. Це наша власна оцінка.',
  'accessibility.tested': 'Що ми перевірили',
  'accessibility.tested.text':
    'Кожну сторінку автоматично перевіряють після кожної зміни, також арабською. Цілий робочий процес виконують лише з клавіатури. З програмами читання екрана ми ще не перевіряли.',
  'accessibility.missing': 'Чого ще бракує',
  'accessibility.missing.text':
    'Ще немає версій простою мовою та жестовою мовою. Документи PDF не перевірено за PDF/UA; їхній зміст є і на сторінках.',
  'accessibility.contact': 'Повідомити про перешкоду',
  'accessibility.contact.text':
    'Щось не працює або вам потрібен зміст в іншій формі? Напишіть нам. Ми відповімо протягом місяця.',
  'accessibility.enforcement': 'Якщо наша відповідь не допомогла',
  'accessibility.enforcement.text':
    'Щодо федеральних установ безкоштовно допомагає арбітраж за § 16 BGG (www.schlichtungsstelle-bgg.de). Для міст, округів і установ земель діє порядок землі; у Північному Рейні-Вестфалії це омбудсмен із безбар’єрних інформаційних технологій.',
};
