import { expectSuccess, HttpClient, type HttpRequest, type Script } from './http-load.js';

/** A fictional person with everything the form asks for. */
export function interest(number: number): object {
  return {
    givenName: 'Rosa',
    familyName: `Beispiel-${number}`,
    email: `rosa.${number}@example.org`,
    phone: `0271 ${String(number).padStart(6, '0')}`,
    postalCode: '57072',
    town: 'Siegen',
    birthYear: 1980,
    gender: 'female',
    languages: ['de', 'ar'],
    topics: ['housing', 'health'],
    availability: ['mon-morning', 'wed-evening'],
    capacity: 2,
    ownMigrationExperience: true,
  };
}

let registered = 0;

/** Registers one person after the other. */
export function* registering(token: string): Generator<HttpRequest, never> {
  for (;;) yield { method: 'POST', path: '/registration/siegen/volunteers', token, body: interest((registered += 1)) };
}

/** Pauses and resumes its own volunteers in turn, so that every command records one event and none is in another's way. */
export function* pausingAndResuming(token: string, volunteers: readonly string[]): Generator<HttpRequest, never> {
  for (;;)
    for (const action of ['pause', 'resume'])
      for (const id of volunteers)
        yield { method: 'POST', path: `/registration/siegen/volunteers/${id}/${action}`, token, body: {} };
}

/** Registers and accepts people, and answers their ids. */
export async function activeVolunteers(port: number, token: string, count: number): Promise<readonly string[]> {
  const client = await HttpClient.open(port);
  const script: Script = registering(token);
  const ids: string[] = [];
  while (ids.length < count) {
    const { id } = JSON.parse(expectSuccess(await client.send(script.next().value as HttpRequest))) as { id: string };
    const path = `/registration/siegen/volunteers/${id}/accept`;
    expectSuccess(await client.send({ method: 'POST', path, token, body: {} }));
    ids.push(id);
  }
  client.close();
  return ids;
}

/** The list in `parts` of equal size. */
export function shared<Item>(items: readonly Item[], parts: number): readonly (readonly Item[])[] {
  const size = items.length / parts;
  return Array.from({ length: parts }, (_, part) => items.slice(part * size, (part + 1) * size));
}
