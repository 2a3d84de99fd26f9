import { join } from 'node:path';
import { answersOfControllers } from '../../tools/contracts/answers/answers-of-controllers.js';

const fixture = (name: string) => [join(import.meta.dirname, `${name}.fixture.ts`)];
const text = { type: 'string' };

describe('what the controllers’ return types say of answers', () => {
  const told = answersOfControllers(fixture('answers'));

  it('is described for the routes that answer JSON', () => {
    expect([...told.keys()]).toEqual(['ToldHttp_list', 'ToldHttp_people', 'ToldHttp_write']);
  });
  it('knows brands as text, sealed fields as opened ones, and what may be missing or null', () => {
    const erased = { type: 'object', properties: { erased: { type: 'boolean', enum: [true] } }, required: ['erased'] };
    expect(told.get('ToldHttp_list')).toEqual({
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              id: text,
              name: { oneOf: [erased, text], description: 'Who is meant.' },
              since: text,
              until: text,
              seats: { type: 'number', nullable: true },
              status: { type: 'string', enum: ['closed', 'open'] },
              places: { type: 'object', additionalProperties: { type: 'number' } },
            },
            required: ['id', 'name', 'since', 'seats', 'status', 'places'],
          },
        },
        next: { type: 'string', nullable: true },
      },
      required: ['items', 'next'],
    });
  });
  it('takes what the edge wraps out, and what is written as JSON by itself', () => {
    expect(told.get('ToldHttp_write')).toEqual({
      type: 'object',
      properties: { done: { type: 'boolean' }, sent: text },
      required: ['done', 'sent'],
    });
  });
  it('keeps alternatives apart', () => {
    const named = (name: string) => ({
      type: 'object',
      properties: { id: text, [name]: text },
      required: ['id', name],
    });
    expect(told.get('ToldHttp_people')).toEqual({ type: 'array', items: { oneOf: [named('alias'), named('name')] } });
  });
  it('is demanded of every route', () => {
    expect(() => answersOfControllers(fixture('silent-answers'))).toThrow(
      'SilentHttp_list does not say what it answers',
    );
  });
});
