import { MemoryKeys } from '@lotsennetz/testing';
import { day } from './calendar.js';
import type { EventId } from './ids.js';
import { limitedTo, open, openAll, SubjectForgotten } from './keys.js';
import * as field from './schema.js';
import { sealData } from './seal-events.js';
import { isErased, isSealed, seal, unseal, type Sealed } from './sealed.js';
import { TenantScope } from './tenant-scope.js';

const [siegen, kreuztal] = [TenantScope.of('siegen'), TenantScope.of('kreuztal')];
const label = { subject: 'p', purpose: 'name', origin: 'e-1/name' } as const;
const key = Buffer.alloc(32, 7);

describe('a sealed value', () => {
  it.each(['Amal', '', 'سلام 😀', 1984, { street: 'x', no: [1] }, true, null])('opens to what it was: %j', (value) => {
    const sealed = seal(siegen, key, value, label);
    expect(unseal(siegen, key, JSON.parse(JSON.stringify(sealed)) as Sealed)).toEqual(value);
  });

  it('differs each time, though the value is the same', () => {
    expect(seal(siegen, key, 'Amal', label).sealed).not.toBe(seal(siegen, key, 'Amal', label).sealed);
  });

  it.each<readonly [string, Partial<Sealed>]>([
    ['subject', { subject: 'q' }],
    ['purpose', { purpose: 'note' }],
    ['origin', { origin: 'e-2/name' }],
    ['text', { sealed: seal(siegen, key, 'Bea', label).sealed.slice(0, -4) }],
    ['text, emptied', { sealed: '' }],
  ])('does not open after its %s was changed', (_, changed) => {
    const sealed = seal(siegen, key, 'Amal', label);
    expect(() => unseal(siegen, key, { ...sealed, ...changed })).toThrow();
  });

  it('does not open for another tenant or with another key', () => {
    const sealed = seal(siegen, key, 'Amal', label);
    expect(() => unseal(kreuztal, key, sealed)).toThrow();
    expect(() => unseal(siegen, Buffer.alloc(32, 8), sealed)).toThrow();
  });
});

describe('sealing an event', () => {
  const shape = {
    name: field.personal('name'),
    town: field.publicText('a town'),
    relatives: field.list(field.record({ id: field.id(), name: field.personal('name', 'id') })),
    phones: field.optional(field.list(field.personal('contact'))),
  };
  const origin = { scope: siegen, eventId: 'e-1' as EventId, streamId: 'p' };
  const sealing = (keys: MemoryKeys, data: object) =>
    sealData(keys, shape, { type: 'X', happenedOn: day('2015-11-19'), data }, origin);

  it('seals every personal field at any depth, under the right subject and origin, and nothing else', async () => {
    const keys = new MemoryKeys();
    const data = { name: 'Amal', town: 'Siegen', relatives: [{ id: 'q', name: 'Bea' }], phones: ['1', '2'] };
    const sealed = await sealing(keys, data);
    expect(sealed).toMatchObject({
      name: { subject: 'p', purpose: 'name', origin: 'e-1/name' },
      town: 'Siegen',
      relatives: [{ id: 'q', name: { subject: 'q', purpose: 'name', origin: 'e-1/relatives.0.name' } }],
      phones: [{ purpose: 'contact', origin: 'e-1/phones.0' }, { origin: 'e-1/phones.1' }],
    });
    expect(JSON.stringify(sealed)).not.toMatch(/Amal|Bea/);
    expect(await openAll(keys, siegen, sealed)).toEqual(data);
  });

  it('keeps a value that arrives sealed as it is', async () => {
    const name = seal(siegen, key, 'Amal', label);
    expect(await sealing(new MemoryKeys(), { name })).toEqual({ name });
  });

  it('throws for a field the schema does not know', async () => {
    await expect(sealing(new MemoryKeys(), { nickname: 'A' })).rejects.toThrow(TypeError);
    await expect(sealing(new MemoryKeys(), { relatives: [{ id: 'q', nickname: 'A' }] })).rejects.toThrow(TypeError);
  });

  it('throws where a personal value names nobody', async () => {
    await expect(sealing(new MemoryKeys(), { relatives: [{ name: 'Bea' }] })).rejects.toThrow(TypeError);
  });

  it('throws for a forgotten person', async () => {
    const keys = new MemoryKeys();
    await keys.forget(siegen, 'p');
    await expect(sealing(keys, { name: 'Amal' })).rejects.toThrow(SubjectForgotten);
  });
});

describe('opening', () => {
  it('a forgotten person reads as erased, also inside a row; the rest stays', async () => {
    const keys = new MemoryKeys();
    const own = await keys.obtain(siegen, 'p', 'name');
    const name = seal(siegen, own as Buffer, 'Amal', label);
    expect(await open(keys, siegen, name)).toBe('Amal');
    await keys.forget(siegen, 'p');
    expect(isErased(await open(keys, siegen, name))).toBe(true);
    expect(await openAll(keys, siegen, { town: 'Siegen', people: [{ name }] })).toEqual({
      town: 'Siegen',
      people: [{ name: { erased: true } }],
    });
    expect(isSealed(name)).toBe(true);
  });

  it('a service opens only the purposes it declares', async () => {
    const keys = limitedTo(new MemoryKeys(), ['name']);
    await expect(keys.obtain(siegen, 'p', 'note')).rejects.toThrow(TypeError);
    await expect(keys.find(siegen, 'p', 'contact')).rejects.toThrow(TypeError);
    expect(await keys.obtain(siegen, 'p', 'name')).toHaveLength(32);
  });
});
