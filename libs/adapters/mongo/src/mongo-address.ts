/**
 * The database of a service. `mongodb://host1,host2/county?replicaSet=rs0&authSource=admin` puts the views of
 * registration into `county-registration`; without a name in the address they are in `lotsennetz-registration`.
 * Where users log in is said by `authSource`, as ever: without it, it is the name in the address.
 * @throws RangeError for an address that is not MongoDB's; its message never holds the password.
 */
export function databaseOf(address: string, service: string): string {
  // Not a URL by the standard: it may name several hosts.
  const parts = /^mongodb(?:\+srv)?:\/\/(?:[^@/?]*@)?[^@/?]+(?:\/([^?]*))?(?:\?.*)?$/.exec(address);
  if (!parts) throw new RangeError('a MongoDB address looks like mongodb://host:27017,host2:27017/name?replicaSet=rs0');
  const prefix = parts[1] || 'lotsennetz';
  if (!/^[A-Za-z0-9_-]{1,38}$/.test(prefix))
    throw new RangeError("the name in MongoDB's address has up to 38 letters, digits and _ - only");
  return `${prefix}-${service}`;
}
