import type { TenantSettings } from '../../api/settings-rows.js';
import { changeOf, differing, wishOf } from './wish.js';

const settings: TenantSettings = {
  ...{ id: 'siegen', kind: 'municipality', foundedOn: '2015-01-01' },
  name: 'Stadt Siegen',
  timeZone: 'Europe/Berlin',
  languages: ['de', 'ar'],
  retention: [
    { kind: 'messages', months: 6 },
    { kind: 'access-log', months: 24 },
  ],
  revision: 3,
};

describe('the settings of a tenant, as a form holds them', () => {
  it('are what is stored, with empty fields for what is not', () => {
    expect(wishOf(settings)).toEqual({
      name: 'Stadt Siegen',
      timeZone: 'Europe/Berlin',
      languages: ['de', 'ar'],
      legalRegime: '',
      federalState: '',
      months: { messages: '6' },
    });
  });
  it('send only what was changed, and of a list all of it', () => {
    expect(changeOf({}, settings)).toEqual({});
    expect(changeOf({ name: 'Siegen', languages: ['de'] }, settings)).toEqual({ name: 'Siegen', languages: ['de'] });
    expect(changeOf({ months: { messages: '', newcomers: '24' } }, settings)).toEqual({
      retention: [
        { kind: 'newcomers', months: 24 },
        { kind: 'access-log', months: 24 },
      ],
    });
  });
  it('name the fields in which they differ', () => {
    const before = wishOf(settings);
    expect(differing(before, before)).toEqual([]);
    expect(differing(before, { ...before, languages: ['de'], federalState: 'DE-NW' })).toEqual([
      'languages',
      'federalState',
    ]);
  });
});
