import type { Answer } from '../http-client.js';
import type { Member } from './fleet.js';

interface Tried {
  readonly status: number;
  readonly afterMs: number;
}

/** Commands to one process, one after the other, each sent once, with what came of them. */
export function commandsTo({ process }: Member, token: string) {
  const tried: Tried[] = [];
  const authorization = `Bearer ${token}`;
  return {
    tried,
    async one(town = 'Siegen'): Promise<Answer> {
      const since = performance.now();
      const number = tried.length;
      const email = `einzeln.${process.port}.${number}@example.org`;
      const body = { givenName: 'Einzeln', familyName: `Probe ${number}`, email, town, languages: ['de'] };
      const answer = await process.http.send({
        method: 'POST',
        path: '/registration/siegen/volunteers',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      tried.push({ status: answer.status, afterMs: performance.now() - since });
      return answer;
    },
    async list(): Promise<number> {
      const path = '/registration/siegen/volunteers?limit=1';
      return (await process.http.send({ method: 'GET', path, headers: { authorization } })).status;
    },
    otherThan: (status: number) => tried.filter((each) => each.status !== status),
    slowestMs: () => Math.max(...tried.map(({ afterMs }) => afterMs)),
    tell(say: (text: string) => void): void {
      say(`${tried.length} commands meanwhile, the slowest took ${this.slowestMs().toFixed(0)} ms`);
    },
  };
}
