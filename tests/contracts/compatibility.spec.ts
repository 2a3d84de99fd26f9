import { globSync, readFileSync } from 'node:fs';
import { field, type Shape } from '@lotsennetz/kernel';
import { accepted, registries, releasedShapes, violations } from '../../tools/contracts/released-shapes.js';
import { breaches } from '../../tools/contracts/shape-changes.js';

const all = await registries();

describe('released shapes', () => {
  it('are there for contracts, for every service and for the platform', () => {
    expect(all.map(({ title }) => title)).toEqual([
      'contracts',
      'stored events of libs/platform',
      ...['matching', 'notifications', 'registration', 'reporting', 'training'].map(
        (service) => `stored events of services/${service}`,
      ),
    ]);
  });

  it.each(all)('$title break nobody who read them', (registry) => {
    expect(violations(releasedShapes(registry), registry.present, registry.readers)).toEqual([]);
  });

  it.each(all)('$title are written down: otherwise run `npm run contracts:accept`', (registry) => {
    const released = releasedShapes(registry);
    expect(released).toEqual(accepted(released, registry.present));
  });

  it('cover every stream, since streams are defined in their own files only', () => {
    const root = new URL('../..', import.meta.url).pathname;
    const definitions = globSync('{services,libs/platform}/**/src/**/*.ts', { cwd: root })
      .filter((file) => readFileSync(`${root}${file}`, 'utf8').includes('defineStream('))
      .filter((file) => !file.endsWith('.spec.ts'));
    expect(definitions.length).toBeGreaterThan(10);
    // Of the platform's own specs; nothing stores it.
    const elsewhere = definitions.filter((file) => !file.endsWith('.stream.ts') && !file.endsWith('/guest-book.ts'));
    expect(elsewhere).toEqual([]);
  });
});

const released = {
  volunteerId: field.id(),
  reason: field.code('moved', 'overload'),
  name: field.personal('name'),
  town: field.optional(field.publicText('an area of thousands of people')),
  sessions: field.list(field.record({ heldOn: field.day(), kind: field.code('a', 'b') })),
} satisfies Shape;
const { name: _name, ...withoutName } = released;

describe('a shape that has grown', () => {
  it.each<[string, Shape]>([
    ['by an optional field', { ...released, phone: field.optional(field.personal('contact')) }],
    ['by a code', { ...released, reason: field.code('moved', 'overload', 'conflict') }],
    ['by better words', { ...released, town: field.optional(field.publicText('thousands live there')) }],
    [
      'by an optional field inside',
      {
        ...released,
        sessions: field.list(
          field.record({ heldOn: field.day(), kind: field.code('a', 'b'), place: field.optional(field.id()) }),
        ),
      },
    ],
  ])('%s is accepted', (_, present) => {
    expect(breaches(released, present, 'others')).toEqual([]);
  });
});

describe('a shape that breaks its readers is refused', () => {
  const inside = (fields: Shape): Shape => ({ ...released, sessions: field.list(field.record(fields)) });
  it.each<[string, Shape, readonly string[]]>([
    ['a field removed', withoutName, ['name: removed or renamed']],
    [
      'a field renamed',
      { ...withoutName, fullName: field.personal('name') },
      ['name: removed or renamed', 'fullName: new, and required; older events do not have it'],
    ],
    ['another type', { ...released, volunteerId: field.integer() }, ['volunteerId: was id, is integer']],
    ['no longer sealed', { ...released, name: field.publicText('no') }, ['name: was personal, is public-text']],
    ['another purpose', { ...released, name: field.personal('note') }, ['name: was sealed for name, is for note']],
    ['another person', { ...released, name: field.personal('name', 'volunteerId') }, ['name: is about somebody else']],
    ['a code removed', { ...released, reason: field.code('moved') }, ["reason: the code 'overload' was removed"]],
    [
      'optional made required',
      { ...released, town: field.publicText('an area of thousands of people') },
      ['town: was optional, is required'],
    ],
    [
      'a new required field',
      { ...released, phone: field.personal('contact') },
      ['phone: new, and required; older events do not have it'],
    ],
    ['a field removed inside', inside({ kind: field.code('a', 'b') }), ['sessions[].heldOn: removed or renamed']],
    [
      'a code removed inside',
      inside({ heldOn: field.day(), kind: field.code('a') }),
      ["sessions[].kind: the code 'b' was removed"],
    ],
    [
      'another type inside',
      inside({ heldOn: field.instant(), kind: field.code('a', 'b') }),
      ['sessions[].heldOn: was day, is instant'],
    ],
  ])('%s', (_, present, expected) => {
    expect(breaches(released, present, 'others')).toEqual(expected);
    expect(breaches(released, present, 'ourselves')).toEqual(expected);
  });

  it('required made optional, where others read it', () => {
    const present = { ...released, name: field.optional(field.personal('name')) };
    expect(breaches(released, present, 'others')).toEqual(['name: was required, is optional']);
    expect(breaches(released, present, 'ourselves')).toEqual([]);
  });

  it('a version that is gone, unless a later one of a stored event reads it', () => {
    const later = { 'volunteer/VolunteerLeft.v2': {} };
    expect(violations({ 'volunteer/VolunteerLeft.v1': released }, {}, 'ourselves')).toHaveLength(1);
    expect(violations({ 'volunteer/VolunteerLeft.v1': released }, later, 'ourselves')).toEqual([]);
    expect(violations({ 'registration.left.v1': released }, { 'registration.left.v2': {} }, 'others')).toHaveLength(1);
  });
});
