import { day } from '@lotsennetz/kernel';
import { Problem } from '@lotsennetz/platform';
import type { CourseBody, SessionBody } from './plan-course.body.js';
import { planFrom } from './plan-from-body.js';

const curriculum = {
  title: 'Qualifizierung',
  modules: [
    { number: 1, title: 'Recht', minutes: 90 },
    { number: 2, title: 'Arbeit', minutes: 90 },
  ],
  maxMissed: 2,
};
const evening = (more: Partial<SessionBody> = {}): SessionBody => ({
  heldOn: day('2015-02-17'),
  startsAt: '18:00',
  endsAt: '19:30',
  ...more,
});
const body = (more: Partial<CourseBody> = {}): CourseBody => ({
  code: 'SI-2015-1',
  town: 'Siegen',
  sessions: [evening(), evening()],
  ...more,
});

describe('a course as it was sent', () => {
  it('takes title, contents and rule from its curriculum', () => {
    expect(planFrom(body(), curriculum)).toMatchObject({
      courseTitle: 'Qualifizierung',
      maxMissed: 2,
      waitingList: true,
      sessions: [
        { number: 1, title: 'Recht', minutes: 90 },
        { number: 2, title: 'Arbeit', minutes: 90 },
      ],
    });
  });

  it('may say otherwise, and teach a module on several days', () => {
    const sessions = [
      evening({ module: 2, title: 'Jobcenter' }),
      evening({ module: 1 }),
      evening({ module: 1, minutes: 60 }),
    ];
    const plan = planFrom(body({ sessions, title: 'Lotsen', maxMissed: 0, waitingList: false, seats: 12 }), curriculum);
    expect(plan).toMatchObject({ courseTitle: 'Lotsen', maxMissed: 0, waitingList: false, seats: 12 });
    expect(plan.sessions.map(({ number, title, minutes }) => [number, title, minutes])).toEqual([
      [1, 'Jobcenter', 90],
      [2, 'Recht', 90],
      [3, 'Recht', 60],
    ]);
  });

  it('needs no curriculum when it says all itself', () => {
    const plan = planFrom(body({ title: 'Lotsen', sessions: [evening({ title: 'Recht' })] }), undefined);
    expect(plan).toMatchObject({ courseTitle: 'Lotsen', maxMissed: 1 });
  });

  it.each([
    ['no title', body({ sessions: [evening({ title: 'Recht' })] }), undefined, 'title'],
    ['a session without title', body({ title: 'Lotsen' }), undefined, 'sessions.0.title'],
    ['no session', body({ sessions: [] }), curriculum, 'sessions'],
    [
      'an end before the start',
      body({ sessions: [evening({ endsAt: '18:00' }), evening()] }),
      curriculum,
      'sessions.0.endsAt',
    ],
    ['a number twice', body({ sessions: [evening({ number: 2 }), evening()] }), curriculum, 'sessions'],
    ['a module of another curriculum', body({ sessions: [evening({ module: 3 })] }), curriculum, 'sessions.0.module'],
    ['a module that nobody teaches', body({ sessions: [evening()] }), curriculum, 'sessions'],
  ])('is refused with %s', (_, sent, from, field) => {
    expect.assertions(2);
    try {
      planFrom(sent, from);
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      expect((error as Problem).extra['errors']).toEqual([expect.objectContaining({ field })]);
    }
  });
});
