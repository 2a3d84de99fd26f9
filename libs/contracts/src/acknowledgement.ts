import { defineContract, field } from '@lotsennetz/kernel';

const shape = { subjectId: field.id() } as const;

/** What every service publishes once nothing of an erased person is left with it. */
export function erasureAcknowledgedBy<const Service extends string>(service: Service) {
  return defineContract(
    `${service}.erasure-acknowledged.v1`,
    'The service has emptied what it held about an erased person outside its history.',
    shape,
  );
}
