/** From a folder of files to indexed chunks; reads only what changed. */
@NullMarked
package coalition.ingest;

import org.jspecify.annotations.NullMarked;
