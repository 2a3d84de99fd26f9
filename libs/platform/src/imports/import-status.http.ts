import { Controller, Get, Param, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Needs, trainers } from '../http/access.guard.js';
import { Context, type RequestContext } from '../http/context.js';
import { notFound } from '../http/problem.js';
import { ImportRunner, type ImportStatus } from './import-runner.js';

/** `GET /{service}/{tenant}/imports/{id}`; a class for each service, because the path is its own. */
export function importStatusHttp(service: string): Type {
  @ApiTags(service)
  @Controller(`${service}/:tenant/imports`)
  class ImportStatusHttp {
    constructor(private readonly imports: ImportRunner) {}

    @Get(':id')
    @Needs(...trainers)
    @ApiOkResponse({ description: '{id, kind, state: running | done | failed | interrupted, done, total}' })
    async status(@Context() { scope }: RequestContext, @Param('id') id: string): Promise<ImportStatus> {
      const status = /^[0-9a-f-]{36}$/.test(id) ? await this.imports.status(scope, id) : undefined;
      if (!status) throw notFound();
      return status;
    }
  }
  return ImportStatusHttp;
}
