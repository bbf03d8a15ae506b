/** Question sets, measures and reports. */
@NullMarked
package coalition.evaluation;

import org.jspecify.annotations.NullMarked;
