import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import {
  accountOffered,
  dismissed,
  factorReset,
  ines,
  joined,
  offered,
  promoted,
  repeated,
} from '../example-memberships.js';
import { membership, type MembershipEvent } from './membership.stream.js';
import { staffList } from './staff-list.view.js';

const rowAfter = async (...events: readonly MembershipEvent[]) =>
  (await foldProjection(staffList, recordedEvents(membership, { id: 'm' }, ...events))).get('m');

describe('the list of staff', () => {
  it('shows who is invited, and until when', async () => {
    expect(await rowAfter(offered)).toEqual({
      ...ines,
      id: 'm',
      kind: 'staff',
      roles: ['coordinator'],
      status: 'invited',
      statusSince: '2015-01-06',
      validUntil: '2015-01-20',
      revision: 0,
    });
    expect(await rowAfter(offered, repeated)).toMatchObject({
      status: 'invited',
      validUntil: '2015-01-30',
      revision: 1,
    });
  });
  it('shows who has come, without what the sign-in knows', async () => {
    const row = await rowAfter(offered, joined);
    expect(row).toMatchObject({ status: 'active', statusSince: '2015-01-08' });
    expect(JSON.stringify(row)).not.toMatch(/identity|validUntil/);
  });
  it('shows roles as they are now, and who is gone', async () => {
    expect(await rowAfter(offered, joined, promoted)).toMatchObject({
      roles: ['coordinator', 'administrator'],
      statusSince: '2015-01-08',
    });
    expect(await rowAfter(offered, joined, factorReset)).toMatchObject({ status: 'active', revision: 2 });
    expect(await rowAfter(offered, joined, dismissed)).toMatchObject({ status: 'ended', statusSince: '2015-03-06' });
  });
  it('tells accounts from staff, and shows nobody who was never invited', async () => {
    expect(await rowAfter(accountOffered)).toMatchObject({ kind: 'account', subjectId: 'rosa', roles: ['volunteer'] });
    for (const event of [repeated, joined, promoted, factorReset, dismissed])
      expect(await rowAfter(event)).toBeUndefined();
  });
});
