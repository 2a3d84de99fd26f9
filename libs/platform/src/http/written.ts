import type { Position, Revision } from '@lotsennetz/kernel';
import { HttpStatus, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** What every write answers. `position` goes into `?after=` of a read that must see it. */
export class WriteAnswer {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly revision: Revision;
  @ApiProperty({ type: String, nullable: true })
  readonly position: Position | null;
}

/** An answer with its status: 201 when something new was recorded, 200 when it was there already. */
export class Written<Body extends object = WriteAnswer> {
  constructor(
    readonly status: HttpStatus,
    readonly body: Body,
    readonly revision?: Revision,
  ) {}
}

/** Turns `Written` into status, ETag and body. */
@Injectable()
export class WrittenInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown): unknown => {
        if (!(answer instanceof Written)) return answer;
        const reply = execution.switchToHttp().getResponse<FastifyReply>();
        void reply.status(answer.status);
        if (answer.revision !== undefined) void reply.header('etag', `"${answer.revision}"`);
        return answer.body;
      }),
    );
  }
}
