import { notFound } from '@lotsennetz/platform';
import { Param, type PipeTransform } from '@nestjs/common';

const knownShape: PipeTransform<string, number> = {
  transform(value) {
    if (!/^\d{1,3}$/.test(value)) throw notFound();
    return Number(value);
  },
};

/** The number of a session in the path. */
export const SessionNumber = (name = 'n') => Param(name, knownShape);
