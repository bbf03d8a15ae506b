package coalition.model;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A thing made when first asked for; a failure is not kept, the next to ask tries again. Safe for several threads. */
final class Once<T> {
    private final Supplier<T> maker;
    private volatile Optional<T> made = Optional.empty();

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        Optional<T> seen = made;
        return seen.isPresent() ? seen.get() : make();
    }

    private synchronized T make() {
        if (made.isPresent()) {
            return made.get();
        }
        T thing = maker.get();
        made = Optional.of(thing);
        return thing;
    }

    /** Gives the thing to {@code user} where it was made. */
    synchronized void ifMade(Consumer<T> user) {
        made.ifPresent(user);
    }
}
