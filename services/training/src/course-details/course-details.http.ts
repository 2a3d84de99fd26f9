import {
  AfterQuery,
  Context,
  Needs,
  notFound,
  OpenedRows,
  PathId,
  ServiceRuntime,
  trainers,
  ViewReader,
  type RequestContext,
} from '@lotsennetz/platform';
import { erased, type Erased } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { attendedSessions } from '../course/course.state.js';
import { attendanceMark, type Guest, type Presence, type Participation } from '../course/participation.state.js';
import { courseView, type CourseRow } from '../course/course.view.js';
import { participantView } from '../participant/participant.view.js';

interface Name {
  readonly givenName: string | Erased;
  readonly familyName: string | Erased;
}
/** Of a guest the host has the partner's name and a number, such as `AWO Siegen, 3`. */
interface Alias {
  readonly partner: string;
  readonly alias: string;
}
interface SeatAnswer {
  readonly volunteerId: string;
  readonly since: string;
  readonly attendance: readonly { readonly session: number; readonly mark: Presence }[];
  readonly missed: number;
  readonly certificateId: string | null;
}
type Described = Omit<CourseRow, 'courseCode' | 'courseTitle' | 'participations' | 'invited' | 'seats'>;

/** A course with everybody in it. */
export interface CourseDetails extends Described {
  readonly code: string;
  readonly title: string;
  /** null: no limit. */
  readonly seats: number | null;
  /** In the order that numbers certificates. */
  readonly enrolled: readonly (SeatAnswer & (Name | Alias))[];
  readonly waiting: readonly (Pick<SeatAnswer, 'volunteerId' | 'since'> & (Name | Alias))[];
  readonly invited: readonly (Pick<SeatAnswer, 'volunteerId'> & Name)[];
}

@ApiTags('training')
@Controller('training/:tenant/courses')
export class CourseDetailsHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly opened: OpenedRows,
    private readonly runtime: ServiceRuntime,
  ) {}

  @Get(':id')
  @Needs(...trainers)
  @ApiOkResponse({
    description:
      'The course with sessions, enrolled (in the order that numbers certificates), waiting and invited people, guests of partners as `alias` instead of names; `attendance` holds a mark for each session: present, absent, made-up or unrecorded. `revision` is what If-Match takes.',
  })
  async one(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<CourseDetails> {
    await this.reader.reach(after);
    const row = await this.reader.find(context, courseView, id);
    if (!row) throw notFound();
    const people = await this.opened.of(context.scope, participantView);
    const nameOf = (volunteerId: string): Name => {
      const { givenName, familyName } = people.get(volunteerId) ?? { givenName: erased, familyName: erased };
      return { givenName, familyName };
    };
    const called = ({ volunteerId, guest }: Participation) => (guest ? this.aliasOf(guest) : nameOf(volunteerId));
    const seat = (each: Participation) => ({ ...called(each), ...seatOf(row, each) });
    const { courseCode: code, courseTitle: title, participations, invited, seats = null, ...rest } = row;
    return {
      ...{ ...rest, code, title, seats },
      enrolled: participations.filter((each) => each.status === 'enrolled').map(seat),
      waiting: participations
        .filter((each) => each.status === 'waiting')
        .map((each) => ({ volunteerId: each.volunteerId, ...called(each), since: each.since })),
      invited: invited.map((volunteerId) => ({ volunteerId, ...nameOf(volunteerId) })),
    };
  }

  private aliasOf({ partner, number }: Guest): Alias {
    return { partner, alias: `${this.runtime.access.tenant(partner)?.name ?? partner}, ${number}` };
  }
}

function seatOf(row: CourseRow, participation: Participation): SeatAnswer {
  const { volunteerId, since, certificate } = participation;
  const attendance = row.sessions.map(({ number }) => ({
    session: number,
    mark: attendanceMark(participation, number),
  }));
  const missed = row.sessions.length - attendedSessions(row, participation).length;
  return { volunteerId, since, attendance, missed, certificateId: certificate?.certificateId ?? null };
}
