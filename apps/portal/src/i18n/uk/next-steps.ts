import type { nextSteps as german } from '../de/next-steps.js';
import type { SaidAs } from '../messages.js';

export const nextSteps: SaidAs<typeof german> = {
  'messages.read': 'Переглянути текст',
  'messages.read.title': 'Що в повідомленні',
  'messages.read.links': 'Замість посилання для відповіді тут стоїть «…»: воно належить лише отримувачу.',
  'placement.silent': 'Запитайте, як справи',
  'placement.silent.text': 'Зателефонуйте або напишіть. Потім внесіть, що було, або завершіть супровід.',
  'placement.again': 'Шукати когось іншого',
  'request.again.lead': 'Дані попереднього запиту вже внесено. Змініть те, що сьогодні інакше.',
  'rematch.show': 'До повторного підбору',
  'request.follows': 'Повторний підбір',
  'request.follows.placement': 'До попереднього супроводу',
  'board.left-out': 'Уже супроводжували цю родину',
  'board.left-out.text': 'Не пропонуються знову через те, як завершився супровід:',
};
