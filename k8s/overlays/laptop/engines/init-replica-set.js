// Run by mongosh beside the starting mongod, at every start.
const address = 'mongodb://localhost:27017/admin?directConnection=true&serverSelectionTimeoutMS=60000';
const admin = new Mongo(address).getDB('admin');
try {
  admin.runCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  admin.runCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] } });
}
