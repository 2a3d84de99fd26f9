import { describeWithServer, findServer, keysContract, keysOver, mongoServer, unique } from '@lotsennetz/testing';
import { openMongoKeyStore } from './mongo-key-store.js';

describeWithServer('MongoDB', await findServer(mongoServer), (server) => {
  keysContract('MongoDB', () => {
    const database = unique('keys');
    return Promise.resolve({
      open: () => Promise.resolve(keysOver(openMongoKeyStore(server().url, database))),
      dispose: () => Promise.resolve(),
    });
  });
});
