/** An embedded, persistent, hybrid embedding store on H2 and Lucene; knows nothing of this bot. */
@NullMarked
package coalition.vectorstore;

import org.jspecify.annotations.NullMarked;
