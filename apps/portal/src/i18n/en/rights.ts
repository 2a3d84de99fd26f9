import type { rights as german } from '../de/rights.js';
import type { SaidAs } from '../messages.js';

export const rights: SaidAs<typeof german> = {
  'forget.title': 'Have my data erased',
  'forget.text':
    'You can demand that everything stored about you is erased. The office answers you within a month at the latest. Once it is erased nothing can be brought back, and your account ends.',
  'forget.ask': 'Demand erasure',
  'forget.ask.title': 'Really have everything erased?',
  'forget.ask.text':
    'A running placement ends with it too, and open requests and seats in courses lapse. Until the office carries it out you can change your mind here.',
  'forget.requested': 'You demanded erasure on {day}',
  'forget.requested.text': 'The office answers you within a month at the latest.',
  'forget.by-others': 'The erasure of your data was requested on {day}',
  'forget.by-others.text': 'If you do not want this, please tell the office at once.',
  'forget.proposed': 'Your data are to be erased on {day}',
  'forget.proposed.text': 'The time for which we keep them is over. If you are still with us, tell the office.',
  'forget.ordered': 'Your data are being erased',
  'forget.held': 'We have to wait until {day}: {why}.',
  'forget.hold.running-placement': 'a placement is still running',
  'forget.hold.open-accident-claim': 'an accident has not been settled yet',
  'forget.hold.funding-audit': 'the use of public funding is being audited',
  'forget.hold.legal-claim': 'a legal dispute is open',
  'forget.hold.statutory-retention': 'the law demands a period',
  'forget.withdraw': 'Do not erase after all',
  'forget.withdrawn': 'Your data stay stored',
  'meanwhile.title': 'Somebody else has changed this meanwhile',
  'meanwhile.row': '{field}: {value}',
  'meanwhile.empty': 'nothing',
  'meanwhile.text': 'What you typed is still there. If you save, yours counts.',
  'meanwhile.take': 'Take what is stored now',
  'error.erasure-ordered': 'The erasure is under way already',
  'error.erasure-ordered.text': 'It can no longer be stopped.',
  'look.role.volunteer': 'Whoever accompanies you',
  'look.role.newcomer': 'Whom you accompany',
};
