package coalition.model;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long run of pieces into overlapping windows and says which window knows a piece best. */
final class Windows {
    private Windows() {}

    /**
     * A window, and the part of it that is taken from it.
     *
     * @param start first piece read
     * @param end one past the last piece read
     * @param from first piece taken
     * @param to one past the last piece taken
     */
    record Window(int start, int end, int from, int to) {}

    /** Windows of at most {@code size} pieces over {@code count}, neighbours sharing {@code overlap}; the parts taken cover each piece once. */
    static List<Window> over(int count, int size, int overlap) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        for (int start = 0; from < count; start += size - overlap) {
            int end = Math.min(count, start + size);
            int to = end == count ? count : end - overlap / 2;
            windows.add(new Window(start, end, from, to));
            from = to;
        }
        return windows;
    }
}
