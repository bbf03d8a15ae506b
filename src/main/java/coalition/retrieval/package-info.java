/** From a question to the passages that may answer it. */
@NullMarked
package coalition.retrieval;

import org.jspecify.annotations.NullMarked;
