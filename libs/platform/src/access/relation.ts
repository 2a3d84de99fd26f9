/** In what relation to the tenant a caller acts. */
export type Relation = 'member' | 'self' | 'oversight' | 'operator' | 'signed-in' | 'public';
