/** The nouns: documents, chunks and sentences, each knowing its place in the text it was cut from. */
@NullMarked
package coalition.document;

import org.jspecify.annotations.NullMarked;
