package de.bwaldvogel.mongo.backend.h2;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Serves the MongoDB protocol from a file: mongo-java-server, with the few things added that a current driver and
 * these tests rely on. Arguments: port (0: any) and file. Prints the port once it listens. It lies in the
 * package of the H2 backend because only there can an index be made from the map that holds it.
 */
class LocalMongoServer {
    public static void main(String[] arguments) {
        MVStore store = new MVStore.Builder().fileName(arguments[1]).open();
        MongoServer server = new MongoServer(new Backend(store));
        server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        System.out.println(server.getLocalAddress().getPort());
    }

    static class Backend extends H2Backend {
        Backend(MVStore store) {
            super(store);
            version(new Version());
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new Database(name, getMvStore(), getCursorRegistry());
        }

        /** What a client was told is written must survive the end of this process: `j: true`. */
        @Override
        public Document handleMessage(MongoMessage message) {
            Document answer = super.handleMessage(message);
            if (message.getDocument().containsKey("writeConcern")) commit();
            return answer;
        }
    }

    /** The driver refuses to talk to servers older than 4.4; it gets along with what this one can do. */
    static class Version implements MongoVersion {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 13;
        }
    }

    static class Database extends H2Database {
        Database(String name, MVStore store, de.bwaldvogel.mongo.backend.CursorRegistry cursors) {
            super(name, store, cursors);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            return new IdIndex(mapOf(super.openOrCreateUniqueIndex(collection, name, keys, sparse)), name, keys, sparse);
        }

        @SuppressWarnings("unchecked")
        private static MVMap<KeyValue, Object> mapOf(Index<Object> index) {
            try {
                var map = H2UniqueIndex.class.getDeclaredField("mvMap");
                map.setAccessible(true);
                return (MVMap<KeyValue, Object>) map.get(index);
            } catch (ReflectiveOperationException cause) {
                throw new IllegalStateException("the H2 backend keeps its indexes elsewhere now", cause);
            }
        }
    }

    /**
     * Finds a document by its id also where the query says more than the id; otherwise every guarded write reads all
     * rows. The map on disk turns keys to bytes at every comparison, more work than all the rest of a write, so what is
     * in it is kept in memory too.
     */
    static class IdIndex extends H2UniqueIndex {
        private final Map<KeyValue, Object> positions;

        IdIndex(MVMap<KeyValue, Object> map, String name, List<IndexKey> keys, boolean sparse) {
            super(map, name, keys, sparse);
            positions = new ConcurrentHashMap<>(map);
        }

        @Override
        protected Object getPosition(KeyValue key) {
            return positions.get(key);
        }

        @Override
        protected boolean putKeyPosition(KeyValue key, Object position) {
            boolean isNew = super.putKeyPosition(key, position);
            if (isNew) positions.put(key, position);
            return isNew;
        }

        @Override
        protected Object removeDocument(KeyValue key) {
            positions.remove(key);
            return super.removeDocument(key);
        }

        @Override
        public synchronized boolean canHandle(Document query) {
            boolean byId = keys().equals(List.of("_id")) && query.get("_id") instanceof String;
            return byId || super.canHandle(query);
        }
    }
}
