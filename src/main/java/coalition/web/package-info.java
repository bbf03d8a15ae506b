/** The local page. */
@NullMarked
package coalition.web;

import org.jspecify.annotations.NullMarked;
