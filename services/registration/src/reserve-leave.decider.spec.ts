import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { administrators, type AdministratorsEvent } from './administrators/administrators.stream.js';
import { reserveLeave } from './reserve-leave.decider.js';

const on = day('2015-03-06');
const ada = { membershipId: 'ada', revision: 2 };
const bea = { membershipId: 'bea', revision: 4 };
const leaveOf = (who: typeof ada): AdministratorsEvent => ({ type: 'LeaveReserved', happenedOn: on, data: who });

describe('reserving the leave of an administrator', () => {
  it('is granted while another one stays', () => {
    given(administrators)
      .when(reserveLeave, { who: ada, others: [bea], on })
      .then(leaveOf(ada));
  });
  it('twice changes nothing', () => {
    given(administrators, leaveOf(ada))
      .when(reserveLeave, { who: ada, others: [bea], on })
      .thenNothing();
  });
  it('is refused to the last one, also while the other one is about to leave', () => {
    given(administrators).when(reserveLeave, { who: ada, others: [], on }).thenRefused('last-administrator');
    given(administrators, leaveOf(ada))
      .when(reserveLeave, { who: bea, others: [ada], on })
      .thenRefused('last-administrator');
  });
  it('counts somebody who left and administers again, but no older news of them', () => {
    const again = { ...ada, revision: 5 };
    given(administrators, leaveOf(ada))
      .when(reserveLeave, { who: bea, others: [again], on })
      .then(leaveOf(bea));
    given(administrators, leaveOf(again))
      .when(reserveLeave, { who: bea, others: [ada], on })
      .thenRefused('last-administrator');
  });
});
