/** What was said before in a thread. */
@NullMarked
package coalition.conversation;

import org.jspecify.annotations.NullMarked;
