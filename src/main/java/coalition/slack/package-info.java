/** The Slack face. */
@NullMarked
package coalition.slack;

import org.jspecify.annotations.NullMarked;
