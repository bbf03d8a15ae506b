/** What people said of an answer. */
@NullMarked
package coalition.feedback;

import org.jspecify.annotations.NullMarked;
