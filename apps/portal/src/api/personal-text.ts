/** Personal text that was deleted reads as an object. */
export type PersonalText = string | { readonly erased: true };
