/** In what relation to the tenant a caller acts. */
export type Relation = 'member' | 'self' | 'oversight' | 'partner' | 'operator' | 'signed-in' | 'public';
