/** The command line. */
@NullMarked
package coalition.cli;

import org.jspecify.annotations.NullMarked;
