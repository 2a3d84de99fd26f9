import type { SeededRandom } from '../seeded-random.js';
import type { Operation, Thing, World } from './operation.js';
import { townOf } from './registration.load.js';

/** Training under load: small courses, so that many wait, are promoted, attend and are certified. */
export const trainingLoad: readonly Operation[] = [
  {
    name: 'publish curriculum',
    service: 'training',
    weight: 1,
    alwaysRecords: true,
    draft: (world) => ({
      method: 'POST',
      path: '/curricula',
      body: { title: `Lehrplan ${world.next()}`, modules: [1, 2].map((nr) => ({ title: `Modul ${nr}`, minutes: 90 })) },
      learn: ({ id }) => world.add('curriculum', { id }),
    }),
  },
  {
    name: 'plan course',
    service: 'training',
    weight: 2,
    alwaysRecords: true,
    draft: (world, random) => {
      const curriculum = random.pick(world.all('curriculum'));
      const body = {
        code: `LAST-${world.next()}`,
        town: 'Siegen',
        curriculumId: curriculum?.id,
        seats: 2 + random.below(3),
        sessions: ['2026-03-03', '2026-03-10'].map((heldOn) => ({ heldOn, startsAt: '18:00', endsAt: '19:30' })),
      };
      return (
        curriculum && {
          method: 'POST',
          path: '/courses',
          body,
          learn: ({ id }) => world.add('course', { id, code: body.code }),
        }
      );
    },
  },
  {
    name: 'invite',
    service: 'training',
    weight: 1,
    draft: (world, random) => ofCourse(world, random, 'invitations', { town: townOf(random) }),
  },
  {
    name: 'enrol',
    service: 'training',
    weight: 14,
    draft: (world, random) => {
      const volunteer = random.pick(world.all('accepted volunteer'));
      const course = random.pick(world.all('course').slice(-6));
      return (
        volunteer &&
        course && {
          method: 'POST',
          path: `/courses/${course.id}/enrolments`,
          body: { volunteerId: volunteer.id },
          learn: () => world.add(`enrolled in ${course.id}`, { id: volunteer.id }),
        }
      );
    },
  },
  {
    name: 'cancel enrolment',
    service: 'training',
    weight: 2,
    draft: (world, random) => {
      const course = random.pick(world.all('course'));
      const volunteer = course && random.pick(enrolled(world, course));
      return volunteer && { method: 'DELETE', path: `/courses/${course.id}/enrolments/${volunteer.id}`, body: {} };
    },
  },
  {
    name: 'record attendance',
    service: 'training',
    weight: 8,
    draft: (world, random) => {
      const course = random.pick(world.all('course'));
      const volunteer = course && random.pick(enrolled(world, course));
      const body = { attendance: [{ volunteerId: volunteer?.id, present: random.chance(0.8) }] };
      const path = `/courses/${course?.id ?? ''}/sessions/${1 + random.below(2)}/attendance`;
      return volunteer && { method: 'POST', path, body };
    },
  },
  {
    name: 'complete course',
    service: 'training',
    weight: 2,
    draft: (world, random) => {
      const course = random.pick(world.all('course').filter((each) => enrolled(world, each).length > 4));
      return course && { method: 'POST', path: `/courses/${course.id}/complete`, body: {} };
    },
  },
];

function ofCourse(world: World, random: SeededRandom, step: string, body: object): ReturnType<Operation['draft']> {
  const course = random.pick(world.all('course'));
  return course && { method: 'POST', path: `/courses/${course.id}/${step}`, body };
}

function enrolled(world: World, course: Thing): readonly Thing[] {
  return world.all(`enrolled in ${course.id}`);
}
