/** A nominal type: values of equal shape but different meaning cannot be mixed up. */
export type Brand<Value, Name extends string> = Value & { readonly __brand: Name };
