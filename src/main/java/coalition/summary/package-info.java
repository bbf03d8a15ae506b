/** Summaries of the documents: overview, timeline, sides, people, sources. */
@NullMarked
package coalition.summary;

import org.jspecify.annotations.NullMarked;
