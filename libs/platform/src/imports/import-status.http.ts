import { Controller, Get, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Needs, trainers } from '../access/need.js';
import { Context, type RequestContext } from '../http/context.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import type { ImportStatus } from './import-file.js';
import { ImportRunner } from './import-runner.js';

/** `GET /{service}/{tenant}/imports/{id}`; a class for each service, because the path is its own. */
export function importStatusHttp(service: string): Type {
  @ApiTags(service)
  @Controller(`${service}/:tenant/imports`)
  class ImportStatusHttp {
    constructor(private readonly imports: ImportRunner) {}

    @Get(':id')
    @Needs(...trainers)
    @ApiOkResponse({ description: '{id, kind, state: running | done | failed | interrupted, done, total}' })
    async status(@Context() { scope }: RequestContext, @PathId() id: string): Promise<ImportStatus> {
      const status = await this.imports.status(scope, id);
      if (!status) throw notFound();
      return status;
    }
  }
  return ImportStatusHttp;
}
