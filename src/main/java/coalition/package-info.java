/** Reads the settings, wires the rooms together and starts a face. */
@NullMarked
package coalition;

import org.jspecify.annotations.NullMarked;
