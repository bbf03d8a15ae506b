package coalition.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlScriptTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select 1; select 2;              | select 1 # select 2
            select 1                         | select 1
            select ';'; select 2             | select ';' # select 2
            select 'it''s;'; select 2        | select 'it''s;' # select 2
            select "a;b" from t; select 2    | select "a;b" from t # select 2
            select 1 /* ; */ ; select 2      | select 1 /* ; */ # select 2
            select $$a;b$$; select 2         | select $$a;b$$ # select 2
            ;; ; select 1 ;                  | select 1
            """)
    void splitsAtSemicolonsOutsideOfQuotesAndRemarks(String script, String statements) {
        assertThat(SqlScript.statements(script)).containsExactly(statements.split(" # "));
    }

    @ParameterizedTest
    @CsvSource({"'',0", "'-- nothing; here',1", "'select 1 -- a; b\n; select 2',2", "'select ''open; select 2',1"})
    void countsStatements(String script, int number) {
        assertThat(SqlScript.statements(script)).hasSize(number);
    }
}
