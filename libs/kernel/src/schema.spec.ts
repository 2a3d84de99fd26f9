import * as field from './schema.js';

describe('personal fields of a shape', () => {
  it('are found at any depth, each with its path', () => {
    const shape = {
      town: field.publicText('a town'),
      name: field.personal('name'),
      household: field.optional(
        field.record({ size: field.integer(), members: field.list(field.record({ name: field.personal('name') })) }),
      ),
      phones: field.list(field.personal('contact')),
    };
    expect(field.personalFields(shape).map(({ path, field: { purpose } }) => [path, purpose])).toEqual([
      ['name', 'name'],
      ['household.members[].name', 'name'],
      ['phones[]', 'contact'],
    ]);
  });

  it('a shape without any has none', () => expect(field.personalFields({ at: field.instant() })).toEqual([]));
});
