package coalition.answer;

/** How many letters must be changed, added, removed or swapped with their neighbour to make one word of another. */
final class EditDistance {
    private EditDistance() {}

    /** The optimal string alignment distance (Damerau's without overlapping edits), 0 for equal words. */
    static int between(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }

    /** Whether one is probably a misspelling of the other: one slip in five to seven letters, two in eight or more. */
    static boolean close(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (a.equals(b)) {
            return true;
        }
        if (shorter < 4 || Math.abs(a.length() - b.length()) > 2) {
            return false;
        }
        int allowed = shorter >= 8 ? 2 : 1;
        return between(a, b) <= allowed && (shorter > 4 || a.charAt(0) == b.charAt(0));
    }
}
