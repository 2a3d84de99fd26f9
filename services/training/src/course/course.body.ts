import { notFound } from '@lotsennetz/platform';
import { Param, type PipeTransform } from '@nestjs/common';

// The application's own pipe has made a number of it already, or NaN.
const knownShape: PipeTransform<number, number> = {
  transform(value) {
    if (!Number.isInteger(value)) throw notFound();
    return value;
  },
};

/** The number of a session in the path. */
export const SessionNumber = (name = 'n') => Param(name, knownShape);
