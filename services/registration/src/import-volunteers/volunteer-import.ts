import { createHmac } from 'node:crypto';
import { deriveId, type DataKey, type Day } from '@lotsennetz/kernel';
import {
  Commands,
  searchable,
  ServiceRuntime,
  type ImportStep,
  type LineError,
  type RequestContext,
} from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { importVolunteer } from './import-volunteer.decider.js';
import { volunteer, type VolunteerProfile } from '../volunteer/volunteer.stream.js';
import type { VolunteerLine } from './volunteer-columns.js';

/** Turns lines of a roster into registrations. */
@Injectable()
export class VolunteerImport {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  async plan(
    context: RequestContext,
    lines: readonly VolunteerLine[],
  ): Promise<readonly ImportStep[] | { readonly errors: readonly LineError[] }> {
    const secret = await this.runtime.keys.secret(context.scope, 'volunteer-identity');
    const steps: ImportStep[] = [];
    const errors: LineError[] = [];
    const seen = new Map<string, number>();
    for (const line of lines) {
      const id = identityOf(secret, line);
      const earlier = seen.get(id);
      seen.set(id, line.line);
      if (earlier !== undefined)
        errors.push({
          line: line.line,
          column: 'E-Mail',
          problem: `is the same person as line ${earlier}`,
          expected: 'each person once',
        });
      errors.push(...yetToCome(line, context.today));
      steps.push({ line: line.line, run: (origin) => this.importLine(origin, id, line) });
    }
    return errors.length > 0 ? { errors } : steps;
  }

  private async importLine(origin: Parameters<ImportStep['run']>[0], id: string, line: VolunteerLine): Promise<void> {
    const command = {
      profile: profileOf(line),
      status: line.status ?? 'active',
      interestedSince: line.interestedSince,
    };
    await this.commands.run(origin, { stream: volunteer, id, decide: importVolunteer, command });
  }
}

function yetToCome({ line, interestedSince, birthYear }: VolunteerLine, today: Day): readonly LineError[] {
  const year = Number(today.slice(0, 4));
  const problem = 'lies in the future';
  return [
    ...(interestedSince > today ? [{ line, column: 'Interesse seit', problem, expected: `a day up to ${today}` }] : []),
    ...(birthYear !== undefined && birthYear > year
      ? [{ line, column: 'Geburtsjahr', problem, expected: `a year up to ${year}` }]
      : []),
  ];
}

// The same person in a corrected file keeps the id. Keyed, so that the id does not tell whose it is.
function identityOf(secret: DataKey, { email, givenName, familyName, phone }: VolunteerLine): string {
  const identity = [email ?? phone ?? '', givenName, familyName].map(searchable).join('\n');
  return deriveId('volunteer', createHmac('sha256', secret).update(identity).digest('base64url'));
}

function profileOf({
  line: _,
  interestedSince: __,
  status: ___,
  gender = 'unknown',
  languages = [],
  topics = [],
  availability = [],
  capacity = 1,
  ...rest
}: VolunteerLine): VolunteerProfile {
  return { ...rest, gender, languages, topics, availability, capacity };
}
