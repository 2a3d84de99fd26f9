import { uuidPattern } from '@lotsennetz/kernel';
import { Param, type PipeTransform } from '@nestjs/common';
import { notFound } from './problem.js';

const knownShape: PipeTransform<string, string> = {
  transform(value) {
    if (!uuidPattern.test(value)) throw notFound();
    return value;
  },
};

/** An id in the path; one that cannot be an id is answered like one that does not exist. */
export const PathId = (name = 'id') => Param(name, knownShape);
