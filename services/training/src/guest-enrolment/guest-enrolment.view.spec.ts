import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { olena } from '../example-facts.js';
import {
  guestCertified,
  makeUpLearnt,
  markLearnt,
  placeCancelled,
  placeConfirmed,
  placePromoted,
} from '../example-guests.js';
import { guestEnrolment, type GuestEnrolmentEvent } from './guest-enrolment.stream.js';
import { guestEnrolmentView } from './guest-enrolment.view.js';

async function rowAfter(...events: readonly GuestEnrolmentEvent[]) {
  return (await foldProjection(guestEnrolmentView, recordedEvents(guestEnrolment, { id: 'g' }, ...events))).get('g');
}

describe('the view of own people in others’ courses', () => {
  it('shows whether somebody has a seat, waits or has left', async () => {
    expect(await rowAfter(placeConfirmed('waiting'))).toMatchObject({ id: 'g', volunteerId: olena, status: 'waiting' });
    expect(await rowAfter(placeConfirmed('waiting'), placePromoted)).toMatchObject({
      ...{ status: 'enrolled', since: '2015-02-10' },
    });
    expect(await rowAfter(placeConfirmed(), placeCancelled())).toMatchObject({ status: 'cancelled' });
  });
  it('follows attendance there and back, and keeps it through a second enrolment', async () => {
    expect(await rowAfter(placeConfirmed(), markLearnt(1, true), markLearnt(1, false))).toMatchObject({
      ...{ present: [], absent: [1] },
    });
    const again = [placeConfirmed(), markLearnt(1, true), placeCancelled(), placeConfirmed('waiting')];
    expect(await rowAfter(...again)).toMatchObject({ status: 'waiting', present: [1], absent: [] });
  });
  it('shows what was made up, and the certificate', async () => {
    expect(await rowAfter(placeConfirmed(), makeUpLearnt(2), guestCertified)).toMatchObject({
      madeUp: [2],
      certificate: { number: 'SI-2015-1-AWO-SIEGEN-01', issuedOn: '2015-03-17' },
    });
  });
});
