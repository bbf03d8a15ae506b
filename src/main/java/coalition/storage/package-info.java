/** Opens the database, brings its schema up to date and owns its one writer. */
@NullMarked
package coalition.storage;

import org.jspecify.annotations.NullMarked;
