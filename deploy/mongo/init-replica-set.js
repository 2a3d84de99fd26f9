// Run by mongosh without a connection, once or again: makes the one member a replica set (majority writes and change
// streams need one) and creates the user of the services.
const { MONGO_ROOT_PASSWORD, MONGO_PASSWORD } = process.env;
const address = `mongodb://root:${encodeURIComponent(MONGO_ROOT_PASSWORD)}@mongo:27017/admin?directConnection=true`;
const admin = new Mongo(address).getDB('admin');

try {
  admin.runCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  admin.runCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] } });
}
for (let attempt = 0; !admin.hello().isWritablePrimary; attempt += 1) {
  if (attempt === 60) throw new Error('the replica set has no primary after 60 s');
  sleep(1000);
}

const user = { pwd: MONGO_PASSWORD, roles: [{ role: 'readWriteAnyDatabase', db: 'admin' }] };
if (admin.getUser('lotsennetz')) admin.updateUser('lotsennetz', user);
else admin.createUser({ user: 'lotsennetz', ...user });
