import {
  changed,
  Commands,
  Context,
  invalidInput,
  Needs,
  Text,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, Delete, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { logo, type Logo } from '../logo/logo.stream.js';
import { changeLogo } from './change-logo.decider.js';
import { longestPictureBytes, pictureIn } from './picture.js';

const longestBase64 = Math.ceil(longestPictureBytes / 3) * 4;

class LogoBody {
  @Text({ max: longestBase64, pattern: /^[A-Za-z0-9+/]+=*$/, description: 'PNG, JPEG or WebP of up to 64 kB, base64.' })
  readonly picture: string;
}

@ApiTags('registration')
@Controller('registration/:tenant/logo')
export class ChangeLogoHttp {
  constructor(private readonly commands: Commands) {}

  /** What the tenant is recognised by, on every page and print. */
  @Put()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  choose(@Context() context: RequestContext, @Body() { picture }: LogoBody): Promise<Written> {
    const wanted = pictureIn(picture);
    if (!wanted)
      throw invalidInput([{ field: 'picture', problem: 'must be a PNG, JPEG or WebP picture of at most 64 kB' }]);
    return this.send(context, wanted);
  }

  /** From now on there is none. May be repeated. */
  @Delete()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  remove(@Context() context: RequestContext): Promise<Written> {
    return this.send(context, undefined);
  }

  private async send(context: RequestContext, wanted: Logo | undefined): Promise<Written> {
    const id = context.scope.tenant;
    const task = { stream: logo, id, decide: changeLogo, command: { wanted, on: context.today } };
    return changed(id, await this.commands.send(context, task, {}));
  }
}
