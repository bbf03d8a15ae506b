/** The models that run in this process (embedding, reading) and the chat models reached over the wire. */
@NullMarked
package coalition.model;

import org.jspecify.annotations.NullMarked;
