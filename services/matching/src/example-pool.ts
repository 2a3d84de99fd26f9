import { day, type Day } from '@lotsennetz/kernel';
import type { HelperRow } from './helper/helper-pool.view.js';
import type { RequestRow } from './request/request-list.view.js';

/** Rows that specs of proposals are given. Nobody here exists. */

export const today: Day = day('2015-05-20');

export function helperRow(id: string, change: Partial<HelperRow> = {}): HelperRow {
  return {
    id,
    standing: 'active',
    certified: true,
    known: true,
    places: [],
    languages: ['de', 'ar'],
    topics: ['health', 'forms'],
    availability: ['mon-morning', 'tue-morning', 'wed-morning', 'thu-morning'],
    capacity: 1,
    gender: 'female',
    postalCode: '57072',
    town: 'Siegen',
    ...change,
  };
}

export function requestRow(id: string, change: Partial<RequestRow> = {}): RequestRow {
  return {
    id,
    about: id,
    status: 'open',
    receivedOn: day('2015-05-04'),
    declinedBy: [],
    revision: 0,
    askedBy: 'self',
    languages: ['ar'],
    topics: ['health'],
    availability: [],
    postalCode: '57072',
    town: 'Siegen',
    urgency: 'normal',
    kind: 'one-off',
    ...change,
  };
}
