package coalition.storage;

import java.util.ArrayList;
import java.util.List;

/** Splits SQL into statements at semicolons that stand outside of quotes and remarks. */
final class SqlScript {
    private final String sql;
    private int at;

    private SqlScript(String sql) {
        this.sql = sql;
    }

    /** The statements in order, without their semicolons; remarks stay, statements of nothing but white space do not. */
    static List<String> statements(String sql) {
        return new SqlScript(sql).split();
    }

    private List<String> split() {
        List<String> statements = new ArrayList<>();
        int start = 0;
        while (at < sql.length()) {
            if (sql.charAt(at) == ';') {
                add(statements, sql.substring(start, at));
                at++;
                start = at;
            } else {
                skip();
            }
        }
        add(statements, sql.substring(start));
        return statements;
    }

    private void skip() {
        if (sql.startsWith("--", at)) {
            past("\n", at + 2);
        } else if (sql.startsWith("/*", at)) {
            past("*/", at + 2);
        } else if (sql.startsWith("$$", at)) {
            past("$$", at + 2);
        } else if (sql.charAt(at) == '\'' || sql.charAt(at) == '"') {
            // a doubled quote inside closes and opens again, which comes to the same
            past(sql.substring(at, at + 1), at + 1);
        } else {
            at++;
        }
    }

    private void past(String end, int from) {
        int found = sql.indexOf(end, from);
        at = found < 0 ? sql.length() : found + end.length();
    }

    private static void add(List<String> statements, String statement) {
        if (!statement.isBlank()) {
            statements.add(statement.strip());
        }
    }
}
