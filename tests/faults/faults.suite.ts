import { pause } from '@lotsennetz/kernel';
import { describeWithServer } from '@lotsennetz/testing';
import { viewsUnlikeTheirRebuild } from '../crash/views.js';
import { commandsTo } from './commands.js';
import { Fleet, type Member } from './fleet.js';
import { LoadOnFleet } from './load-on-fleet.js';
import { watchProgress } from './progress-watch.js';
import { findFaultServers, type OwnServers } from './servers.js';

const never = AbortSignal.any([]);
const groups = [['registration'], ['training', 'matching'], ['notifications', 'reporting']] as const;

/** The same faults for the short and the long form; one fleet lives through all of them, in order. */
export async function describeFaults(form: {
  readonly seed: number;
  /** Answers while the broker is away. */
  readonly backlog: number;
  readonly mongoGoneMs: number;
  readonly kills: number;
  readonly timeoutMs: number;
}): Promise<void> {
  describeWithServer(
    `services under faults (repeat with LOTSENNETZ_SEED=${form.seed})`,
    await findFaultServers(),
    (start) => {
      let servers: OwnServers;
      let fleet: Fleet;
      let load: LoadOnFleet;
      const tell = (text: string) => process.stderr.write(`${text}\n`);

      beforeAll(async () => {
        servers = await start()();
        fleet = new Fleet(servers.settings);
        for (const services of groups) await fleet.add(services);
        load = await LoadOnFleet.on(fleet, form.seed);
      }, 180_000);
      afterAll(async () => {
        await fleet[Symbol.asyncDispose]();
        await servers[Symbol.asyncDispose]();
      }, 60_000);

      const memberOf = (service: string): Member => {
        const found = fleet.members.find(({ services }) => services.includes(service));
        if (!found) throw new Error(`nobody runs ${service}`);
        return found;
      };
      const drained = async (what: string) => {
        const since = performance.now();
        await fleet.settled(form.timeoutMs / 2);
        tell(`${what}: at rest after ${((performance.now() - since) / 1000).toFixed(1)} s; ${load.answered} answered`);
        expect(await load.faults()).toEqual([]);
      };

      it(
        'the broker is killed: commands go on, and all they left is drained when it is back',
        async () => {
          await load.during(() => Promise.resolve(), 200);
          await servers.kafka.kill();
          const [repeats, since] = [fleet.repeats.length, performance.now()];
          await load.during(() => Promise.resolve(), form.backlog);
          tell(`without a broker: ${form.backlog} answers in ${((performance.now() - since) / 1000).toFixed(1)} s`);
          // A view that is behind is what a slow machine says, with or without a broker.
          const refused = fleet.repeats.slice(repeats).filter((repeat) => !repeat.includes('"view-behind"'));
          await servers.kafka.bringBack();
          expect(refused).toEqual([]);
          await drained('broker back');
        },
        form.timeoutMs,
      );

      it(
        'the read models are gone for a while: commands go on, reads say so, nothing is lost',
        async () => {
          await load.during(async () => {
            await servers.mongo.kill();
            const since = performance.now();
            const commands = commandsTo(memberOf('registration'), load.token);
            while (performance.now() - since < form.mongoGoneMs) await commands.one();
            await servers.mongo.bringBack();
            commands.tell(tell);
            expect(commands.otherThan(201)).toEqual([]);
          });
          await drained('read models back');
        },
        form.timeoutMs,
      );

      it(
        `${form.kills} processes are killed under load`,
        async () => {
          for (let kills = 0; kills < form.kills; kills++)
            await load.during(async () => {
              const victim = memberOf(groups[kills % groups.length]?.[0] ?? '');
              await fleet.kill(victim);
              await fleet.add(victim.services);
            }, 60);
          await drained('after the kills');
        },
        form.timeoutMs,
      );

      it(
        'a replica held up beyond its session sets nothing back and does nothing twice',
        async () => {
          const readModels = fleet.under.stores.services.get('training')?.readModels;
          if (!readModels) throw new Error('training has no read models');
          const watch = watchProgress(readModels);
          const heldUp = memberOf('training');
          await load.during(async () => {
            await fleet.add(heldUp.services);
            fleet.holdUp(heldUp);
            await pause(12_000, never);
            fleet.goOn(heldUp);
          }, 100);
          await drained('held up and gone on');
          expect(await watch.stop()).toEqual([]);
        },
        form.timeoutMs,
      );

      it('of two replicas that are asked to compute at once, one does', async () => {
        const replicas = fleet.members.filter(({ services }) => services.includes('matching'));
        const path = '/matching/siegen/proposals/compute';
        const headers = { authorization: `Bearer ${load.token}` };
        const answers = await Promise.all(
          replicas.map(({ process }) => process.http.send({ method: 'POST', path, headers })),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      });

      it(
        'another replica relays within 10 s after the one that did was killed',
        async () => {
          const stores = fleet.under.stores.services.get('training');
          const lease = async () =>
            JSON.parse((await stores?.readModels.checkpoint('lease:relay')) ?? '{}') as { holder?: string };
          const { holder } = await lease();
          const [first, second] = fleet.members.filter(({ services }) => services.includes('training'));
          if (!first || !second) throw new Error('there are no two replicas');
          await load.during(async () => {
            for (const victim of [first, second]) {
              await fleet.kill(victim);
              const since = performance.now();
              while ((await lease()).holder === holder && performance.now() - since < 12_000) await pause(50, never);
              const afterMs = performance.now() - since;
              await fleet.add(victim.services);
              if (afterMs >= 12_000) continue;
              tell(`the relay was taken over after ${(afterMs / 1000).toFixed(1)} s`);
              expect(afterMs).toBeLessThan(10_000);
              return;
            }
            throw new Error('whichever replica was killed, the holder of the lease stayed');
          });
          await drained('taken over');
        },
        form.timeoutMs,
      );

      it(
        'told to end under load, each process finishes what it has begun, within 20 s',
        async () => {
          const ends: { readonly exitCode: number | null; readonly afterMs: number }[] = [];
          await load.during(async () => {
            for (const services of groups) {
              const leaving = memberOf(services[0]);
              ends.push(await fleet.stop(leaving));
              await fleet.add(leaving.services);
            }
          }, 100);
          tell(`ended after ${ends.map(({ afterMs }) => `${(afterMs / 1000).toFixed(1)} s`).join(', ')}`);
          for (const { exitCode, afterMs } of ends) {
            expect(exitCode).toBe(0);
            expect(afterMs).toBeLessThan(20_000);
          }
          await drained('after the ends');
        },
        form.timeoutMs,
      );

      it(
        'in the end nothing is parked, and every view is what its history says',
        async () => {
          expect(await fleet.under.cli('parked', 'list')).toMatchObject({ status: 0, stdout: '' });
          for (const member of [...fleet.members]) expect((await fleet.stop(member)).exitCode).toBe(0);
          expect(await viewsUnlikeTheirRebuild(fleet.under.stores)).toEqual([]);
          tell(`${load.answered} answered, ${await load.published()} facts, ${fleet.repeats.length} sent again`);
        },
        form.timeoutMs,
      );
    },
  );
}
