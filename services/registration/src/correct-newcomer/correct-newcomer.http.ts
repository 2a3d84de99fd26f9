import { openAll } from '@lotsennetz/kernel';
import {
  changed,
  Commands,
  Context,
  Email,
  Language,
  Languages,
  Needs,
  NeedsSelf,
  Note,
  notFound,
  office,
  ownId,
  PathId,
  Phone,
  PostalCode,
  ServiceRuntime,
  SomeOf,
  Text,
  ViewReader,
  WholeNumber,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags, OmitType } from '@nestjs/swagger';
import { newcomerDirectory } from '../newcomer/newcomer-directory.view.js';
import { clearableByHousehold, clearableOfHousehold, newcomer } from '../newcomer/newcomer.stream.js';
import { whatDiffers, whatIsThere } from '../what-differs.js';
import { correctNewcomer, type CorrectNewcomerRefusal } from './correct-newcomer.decider.js';

const statuses = { 'unknown-newcomer': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<CorrectNewcomerRefusal>;

class HouseholdBody {
  @Text({ max: 100, optional: true })
  readonly givenName?: string;
  @Text({ max: 100, optional: true })
  readonly familyName?: string;
  @Email({ optional: true })
  readonly email?: string;
  @Phone({ optional: true })
  readonly phone?: string;
  @Language({ optional: true, description: 'Language for messages.' })
  readonly preferredLanguage?: string;
  @WholeNumber({ min: 1, max: 30, optional: true })
  readonly householdSize?: number;
  @Languages({ optional: true })
  readonly languages?: string[];
  @PostalCode({ optional: true })
  readonly postalCode?: string;
  @Text({ max: 100, optional: true })
  readonly town?: string;
  @Note({ max: 4000, optional: true })
  readonly note?: string;
  @SomeOf(clearableOfHousehold, { optional: true, description: 'What there is no longer.' })
  readonly clear?: (typeof clearableOfHousehold)[number][];
}

/** What a household may put right itself: all it has told. The note is the office's own. */
class OwnHouseholdBody extends OmitType(HouseholdBody, ['note', 'clear'] as const) {
  @SomeOf(clearableByHousehold, { optional: true, description: 'What there is no longer.' })
  readonly clear?: (typeof clearableByHousehold)[number][];
}

@ApiTags('registration')
@Controller('registration/:tenant')
export class CorrectNewcomerHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
  ) {}

  /** Changes only the fields that are sent; a list replaces the earlier list. What is so already is not recorded again. */
  @Patch('newcomers/:id')
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  correct(@Context() context: RequestContext, @PathId() id: string, @Body() body: HouseholdBody): Promise<Written> {
    return this.send(context, id, body);
  }

  /** Households put right what is stored about them (Art. 16 DSGVO), names included: none stands on a certificate. */
  @Patch('me/household')
  @NeedsSelf('newcomer')
  @ApiOkResponse({ type: WriteAnswer })
  correctOwn(@Context() context: RequestContext, @Body() body: OwnHouseholdBody): Promise<Written> {
    return this.send(context, ownId(context), body);
  }

  private async send(context: RequestContext, id: string, { clear, ...body }: HouseholdBody): Promise<Written> {
    await this.reader.reachNow();
    const row = await this.reader.find(context, newcomerDirectory, id);
    if (!row) throw notFound({ refused: 'unknown-newcomer' });
    const current = await openAll(this.runtime.keys, context.scope, row);
    const cleared = whatIsThere(clear, current).filter((name) => body[name] === undefined);
    const change = { ...whatDiffers(body, current), ...(cleared.length > 0 ? { cleared } : {}) };
    const task = { stream: newcomer, id, decide: correctNewcomer, command: { change, on: context.today } };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
