package coalition.vectorstore;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores of others that need another version of Lucene than ours, each in a class loader of its own. */
final class PeerStores {
    private static final String LUCENE_STORE =
            "dev.langchain4j.community.rag.content.retriever.lucene.LuceneEmbeddingStore";

    private PeerStores() {}

    /** LangChain4j's community store on Lucene, of the jars in {@code target/peers}; empty where {@code mvn -Ppeers} was not run. */
    @SuppressWarnings("unchecked")
    static Optional<EmbeddingStore<TextSegment>> lucene(Path folder) throws IOException {
        Path jars = Path.of("target", "peers");
        if (!Files.isDirectory(jars)) {
            return Optional.empty();
        }
        ClassLoader loader = new Isolated(jars);
        try {
            Object directory = loader.loadClass("org.apache.lucene.store.FSDirectory")
                    .getMethod("open", Path.class)
                    .invoke(null, folder);
            Object builder = loader.loadClass(LUCENE_STORE).getMethod("builder").invoke(null);
            Class<?> type = loader.loadClass(LUCENE_STORE + "$LuceneEmbeddingStoreBuilder");
            type.getMethod("directory", loader.loadClass("org.apache.lucene.store.Directory"))
                    .invoke(builder, directory);
            return Optional.of(
                    (EmbeddingStore<TextSegment>) type.getMethod("build").invoke(builder));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make the community store", e);
        }
    }

    /** Shares LangChain4j's interfaces with us and has its own Lucene, services included. */
    private static final class Isolated extends URLClassLoader {
        private static final List<String> SHARED =
                List.of("dev.langchain4j.data.", "dev.langchain4j.store.", "org.slf4j.", "com.knuddels.");

        Isolated(Path jars) throws IOException {
            super(urls(jars), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls(Path jars) throws IOException {
            try (Stream<Path> files = Files.list(jars)) {
                return files.map(Isolated::url).toArray(URL[]::new);
            }
        }

        private static URL url(Path file) {
            try {
                return file.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return isShared(name) || (name.startsWith("dev.langchain4j.") && !name.contains(".community."))
                    ? PeerStores.class.getClassLoader().loadClass(name)
                    : super.findClass(name);
        }

        private static boolean isShared(String name) {
            return SHARED.stream().anyMatch(name::startsWith);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }
    }
}
