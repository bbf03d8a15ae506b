package coalition.slack;

import coalition.storage.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * The threads in which the bot goes on listening: those it was asked in, until it is told to stop. They stand in the tables of
 * {@link SlackLedger}. Safe for several threads.
 */
final class FollowedThreads {
    private final Database database;

    FollowedThreads(Database database) {
        this.database = database;
    }

    /** Whether the bot was asked in this thread and was not told to stop. */
    boolean follows(String team, String channel, String thread) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select 1 from slack_event e where team = ? and"
                    + " channel = ? and thread = ? and not exists (select 1 from slack_silence s where s.team = e.team"
                    + " and s.channel = e.channel and s.thread = e.thread) limit 1")) {
                query.setString(1, team);
                query.setString(2, channel);
                query.setString(3, thread);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** Stops following a thread, or goes on with it. */
    void silence(String team, String channel, String thread, boolean silent) {
        database.write(connection -> {
            String sql = silent
                    ? "merge into slack_silence key (team, channel, thread) values (?, ?, ?, current_timestamp)"
                    : "delete from slack_silence where team = ? and channel = ? and thread = ?";
            try (PreparedStatement change = connection.prepareStatement(sql)) {
                change.setString(1, team);
                change.setString(2, channel);
                change.setString(3, thread);
                return change.executeUpdate();
            }
        });
    }
}
