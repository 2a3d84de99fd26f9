import { describeWithServer, findServer, keysContract, mongoServer, unique } from '@lotsennetz/testing';
import { openMongoKeys } from './mongo-keys.js';

describeWithServer('MongoDB', await findServer(mongoServer), (server) => {
  keysContract('MongoDB', () => {
    const database = unique('keys');
    return Promise.resolve({
      open: () => Promise.resolve(openMongoKeys(server().url, database)),
      dispose: () => Promise.resolve(),
    });
  });
});
