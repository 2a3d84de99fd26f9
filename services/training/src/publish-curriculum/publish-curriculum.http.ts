import {
  Commands,
  Context,
  created,
  invalidInput,
  Needs,
  Records,
  Text,
  trainers,
  WholeNumber,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { curriculum, type CurriculumContent } from '../curriculum/curriculum.stream.js';
import { publishCurriculum } from './publish-curriculum.decider.js';

class ModuleBody {
  @WholeNumber({ min: 1, max: 200, optional: true, description: 'Its place in the list unless told otherwise.' })
  readonly number?: number;
  @Text({ max: 200 })
  readonly title: string;
  @WholeNumber({ min: 1, max: 1440 })
  readonly minutes: number;
}

class CurriculumBody {
  @Text({ max: 200 })
  readonly title: string;
  @Records(() => ModuleBody, { min: 1, max: 100 })
  readonly modules: ModuleBody[];
  @WholeNumber({
    min: 0,
    max: 100,
    optional: true,
    description: 'Certificate rule: how many sessions may be missed; 1 unless told otherwise.',
  })
  readonly maxMissed?: number;
}

@ApiTags('training')
@Controller('training/:tenant/curricula')
export class PublishCurriculumHttp {
  constructor(private readonly commands: Commands) {}

  /** A published curriculum stays as it is; what changes is published as another one. */
  @Post()
  @Needs(...trainers)
  @ApiCreatedResponse({ type: WriteAnswer })
  async publish(@Context() context: RequestContext, @Body() body: CurriculumBody): Promise<Written> {
    const id = context.newId();
    const command = { content: contentOf(body), on: context.today };
    return created(
      id,
      await this.commands.send(context, { stream: curriculum, id, decide: publishCurriculum, command }, {}),
    );
  }
}

/** @throws Problem 400 for no module, or a number that stands twice. */
function contentOf({ title, maxMissed = 1, ...body }: CurriculumBody): CurriculumContent {
  if (body.modules.length === 0) throw invalidInput([{ field: 'modules', problem: 'needs at least one module' }]);
  const modules = body.modules.map((module, index) => ({ ...module, number: module.number ?? index + 1 }));
  if (new Set(modules.map(({ number }) => number)).size < modules.length)
    throw invalidInput([{ field: 'modules', problem: 'a module number stands twice' }]);
  return { title, modules, maxMissed };
}
