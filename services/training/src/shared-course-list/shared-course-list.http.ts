import { erased, TenantScope, type Erased, type TenantId } from '@lotsennetz/kernel';
import {
  AfterQuery,
  Context,
  Needs,
  OpenedRows,
  ServiceRuntime,
  trainers,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { courseView, type CourseRow } from '../course/course.view.js';
import { guestEnrolmentView, type GuestEnrolmentRow } from '../guest-enrolment/guest-enrolment.view.js';
import { participantView } from '../participant/participant.view.js';
import { closedCourse, hostsOf, openCourse, type OwnGuest, type SharedCourse } from './shared-courses.js';

/** A course of another tenant, with the own people in it by name. */
export interface SharedCourseAnswer extends Omit<SharedCourse, 'people'> {
  readonly people: readonly (OwnGuest & {
    readonly givenName: string | Erased;
    readonly familyName: string | Erased;
  })[];
}

@ApiTags('training')
@Controller('training/:tenant/shared-courses')
export class SharedCourseListHttp {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
    private readonly opened: OpenedRows,
  ) {}

  /** Other tenants' courses to come that are shared with this one, and those in which its own people are. */
  @Get()
  @Needs(...trainers)
  @ApiOkResponse({
    description:
      '{items: [{host, hostName, id, title, town, sessions, open, seatsLeft, people: [{volunteerId, givenName, familyName, status, since, attendance: [{session, mark}], certificateId}]}], next}; `people` are the own ones only',
  })
  async list(
    @Context() context: RequestContext,
    @Query() { after }: AfterQuery,
  ): Promise<ListAnswer<SharedCourseAnswer>> {
    await this.reader.reach(after);
    const own = await this.own(context);
    const open: SharedCourse[] = [];
    for (const host of hostsOf(this.runtime.access.grants, context.scope.tenant))
      for await (const row of this.sharedBy(host, context))
        open.push(
          openCourse(row, { partner: context.scope.tenant, host: this.named(host), own: own.get(row.id) ?? [] }),
        );
    const shown = new Set(open.map(({ id }) => id));
    const closed = [...own.values()].flatMap(([first, ...more]) =>
      first && !shown.has(first.courseId) ? [closedCourse([first, ...more], this.named(first.host))] : [],
    );
    return { items: await this.withNames(context, [...open, ...closed]), next: null };
  }

  private async own(context: RequestContext): Promise<ReadonlyMap<string, readonly GuestEnrolmentRow[]>> {
    const rows = await Array.fromAsync(this.reader.all(context, guestEnrolmentView));
    return Map.groupBy(rows, ({ courseId }) => courseId);
  }

  /** Another tenant's rows: both have signed, and of its courses only those are looked at that name the partner. */
  private async *sharedBy(host: TenantId, { scope, today }: RequestContext): AsyncGenerator<CourseRow> {
    const rows = this.reader.all({ scope: TenantScope.of(host) }, courseView, { status: 'planned' });
    for await (const row of rows)
      if (row.lastSessionOn >= today && row.shares.some(({ partner }) => partner === scope.tenant)) yield row;
  }

  private named(id: string): { readonly id: string; readonly name: string } {
    return { id, name: this.runtime.access.tenant(id)?.name ?? id };
  }

  private async withNames(
    { scope }: RequestContext,
    courses: readonly SharedCourse[],
  ): Promise<readonly SharedCourseAnswer[]> {
    const people = await this.opened.of(scope, participantView);
    const nameOf = (volunteerId: string) => {
      const { givenName, familyName } = people.get(volunteerId) ?? { givenName: erased, familyName: erased };
      return { givenName, familyName };
    };
    return courses.map((each) => ({
      ...each,
      people: each.people.map((person) => ({ ...person, ...nameOf(person.volunteerId) })),
    }));
  }
}
