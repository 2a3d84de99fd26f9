import { isErased, loadState, type Day, type TenantScope } from '@lotsennetz/kernel';
import { Deployment, notFound, ServiceRuntime, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { attendedSessions, type KnownCourse } from '../course/course.state.js';
import type { Attended, IssuedCertificate, Participation } from '../course/participation.state.js';
import { course } from '../course/course.stream.js';
import { guestEnrolment } from '../guest-enrolment/guest-enrolment.stream.js';
import { participantView } from '../participant/participant.view.js';
import type { PrintedCertificate } from './certificate-printer.js';

type Certified = Attended & { readonly volunteerId: string; readonly certificate: IssuedCertificate };

/** Puts together what a course's certificates say; whoever was erased has none any more. */
@Injectable()
export class PrintedCertificates {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
    private readonly deployment: Deployment,
  ) {}

  /** In the order of their numbers. @throws Problem 404 for an unknown course or one without certificates. */
  async ofCourse(context: RequestContext, courseId: string, only?: string): Promise<readonly PrintedCertificate[]> {
    const { state } = await loadState(this.runtime, course, { scope: context.scope, id: courseId });
    const certified = state.status === 'unknown' ? [] : state.participations.filter(isCertified);
    const wanted = certified.filter(({ certificate }) => only === undefined || certificate.certificateId === only);
    if (state.status === 'unknown' || wanted.length === 0) throw notFound();
    const inOrder = wanted.sort((a, b) => byNumber(a.certificate.number, b.certificate.number));
    const printed = await Promise.all(inOrder.map((each) => this.printed(context, state, each)));
    return printed.filter((each) => each !== undefined);
  }

  /** Of one of the own people in another tenant's course. @throws Problem 404 without a certificate. */
  async ofGuest(context: RequestContext, enrolmentId: string): Promise<readonly PrintedCertificate[]> {
    const { state } = await loadState(this.runtime, guestEnrolment, { scope: context.scope, id: enrolmentId });
    if (state.status === 'unknown' || !state.certificate) throw notFound();
    const printed = await this.printed(context, state, { ...state, certificate: state.certificate });
    return printed ? [printed] : [];
  }

  private async printed(
    context: RequestContext,
    state: Pick<KnownCourse, 'courseTitle' | 'town' | 'sessions'>,
    certified: Certified,
  ): Promise<PrintedCertificate | undefined> {
    const name = await this.nameOf(context, certified.volunteerId);
    if (name === undefined) return undefined;
    const { scope } = context;
    const { issuedOn, number, verificationCode } = certified.certificate;
    // Only what the person took part in: the certificate is theirs, not the course's.
    const sessions = attendedSessions(state, certified);
    return {
      issuer: this.runtime.access.tenant(scope.tenant)?.name ?? scope.tenant,
      name,
      courseTitle: state.courseTitle,
      town: state.town,
      sessions: sessions.map((each) => ({ ...each, heldOn: germanDay(each.heldOn) })),
      minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
      issuedOn: germanDay(issuedOn),
      number,
      address: this.addressOf(scope, verificationCode),
    };
  }

  private addressOf(scope: TenantScope, verificationCode: string): string {
    return `${this.deployment.config.publicUrl}/training/${scope.tenant}/verify/${verificationCode}`;
  }

  private async nameOf(context: RequestContext, id: string): Promise<string | undefined> {
    const { givenName, familyName } = await this.reader.one(context, participantView, { id });
    return isErased(givenName) || isErased(familyName) ? undefined : `${givenName} ${familyName}`;
  }
}

function isCertified(participation: Participation): participation is Participation & Certified {
  return participation.certificate !== undefined;
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'de', { numeric: true });
}

function germanDay(day: Day): string {
  return day.split('-').reverse().join('.');
}
