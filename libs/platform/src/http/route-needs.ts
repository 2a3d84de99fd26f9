import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { needOf, type Need } from '../access/need.js';

/** One address and what it demands of its caller. */
export interface Route {
  readonly method: string;
  /** `/registration/:tenant/volunteers` */
  readonly path: string;
  readonly need: Need;
}

/**
 * Every route of this process, documented or not.
 * @throws Error at start for one that does not say who may call it
 */
export function routesOf(app: INestApplication): readonly Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => routesIn(metatype as Type));
}

function routesIn(type: Type): readonly Route[] {
  const prototype = type.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const need = needOf(handler);
    if (!need) throw new Error(`${type.name}.${name} declares neither @Needs(...) nor @Public()`);
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    return pathsOf(type).flatMap((parent) =>
      pathsOf(handler).map((own) => ({ method, path: join(parent, own), need })),
    );
  });
}

function pathsOf(target: object): readonly string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | readonly string[] | undefined;
  return typeof path === 'string' ? [path] : (path ?? ['']);
}

function join(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
