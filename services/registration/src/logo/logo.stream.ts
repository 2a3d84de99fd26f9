import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

/** What browsers show and what cannot carry script, as SVG can. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

const schemas = defineEvents({
  LogoChosen: {
    /** Of these very bytes: part of the address under which browsers keep them. */
    version: field.id(),
    mediaType: field.code(...pictureTypes),
    picture: field.publicText('emblem of a public body or association, as base64'),
  },
  LogoRemoved: {},
});

export type LogoEvent = EventOf<typeof schemas>;
export type Logo = Extract<LogoEvent, { type: 'LogoChosen' }>['data'];
export type LogoState = { readonly status: 'none' } | { readonly status: 'chosen'; readonly logo: Logo };

/**
 * What a tenant is recognised by; the stream's id is the tenant's. Apart from its settings, which are published: no other
 * service needs the bytes.
 */
export const logo = defineStream({
  service: 'registration',
  category: 'logo',
  schemas,
  initial: { status: 'none' },
  evolve: (_state: LogoState, event): LogoState =>
    event.type === 'LogoChosen' ? { status: 'chosen', logo: event.data } : { status: 'none' },
});
