import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openBareWriter, type BareAnswer, type BareInput } from '../bare-writer.js';
import { childInput, serveParent, usage } from '../child.js';

/** The same writes behind the framework we use, without anything of ours: what is lost to it is not ours to win back. */
const writer = openBareWriter('bare-nest', childInput() as BareInput);

@Controller('registration/:tenant/volunteers')
class BareHttp {
  @Post()
  register(@Body() _body: unknown): Promise<BareAnswer> {
    return writer.record(randomUUID());
  }

  @Post(':id/:action')
  change(@Param('id') id: string, @Body() _body: unknown): Promise<BareAnswer> {
    return writer.record(id);
  }
}

@Module({ controllers: [BareHttp] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
serveParent({ port: (app.getHttpServer().address() as AddressInfo).port }, { usage }, async () => {
  await app.close();
  writer.close();
});
