/** From a question to an answer that stands on its sources, or to an honest abstention. */
@NullMarked
package coalition.answer;

import org.jspecify.annotations.NullMarked;
