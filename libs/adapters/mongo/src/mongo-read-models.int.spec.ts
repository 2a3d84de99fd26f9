import { describeWithServer, findServer, mongoServer, readModelsContract, unique } from '@lotsennetz/testing';
import { openMongoReadModels } from './mongo-read-models.js';

const found = await findServer(mongoServer);

describeWithServer('MongoDB', found, (server) => {
  readModelsContract('MongoDB', () => {
    const database = unique('contract');
    return Promise.resolve({
      open: () => Promise.resolve(openMongoReadModels(server().url, database)),
      dispose: () => Promise.resolve(),
    });
  });
});
