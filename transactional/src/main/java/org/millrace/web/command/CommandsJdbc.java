package org.millrace.web.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.millrace.database.Transactions;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commands carried out, with their answers. */
@Component
class CommandsJdbc {
  private final JdbcClient jdbc;
  private final Transactions transactions;

  CommandsJdbc(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Notes the command; false when its key is taken. Waits while the same key is in work. */
  boolean begin(Command command, String correlationId) {
    return jdbc.sql(
                """
                insert into web.command (actor, key, method, path, body_hash, correlation_id)
                values (?, ?, ?, ?, ?, ?) on conflict (actor, key) do nothing
                """)
            .params(
                command.actor(),
                command.key(),
                command.method(),
                command.path(),
                command.bodyHash(),
                correlationId)
            .update()
        == 1;
  }

  /**
   * Notes a command that is carried out in parts, for good; the answer where it has one already.
   *
   * @throws RequestRefused when the key was used for another one
   */
  Optional<AnswerHttp> beginInParts(Command command, String correlationId) {
    return transactions.inOne(
        () -> begin(command, correlationId) ? Optional.empty() : answerTo(command));
  }

  /** Keeps the answer unless the same command, sent twice, has one by now: then that one. */
  Optional<AnswerHttp> finishInParts(Command command, AnswerHttp answer) {
    return transactions.inOne(
        () -> {
          jdbc.sql("select 1 from web.command where actor = ? and key = ? for update")
              .params(command.actor(), command.key())
              .query()
              .singleRow();
          Optional<AnswerHttp> other = answerTo(command);
          if (other.isEmpty()) {
            finish(command, answer);
          }
          return other;
        });
  }

  /** Leaves the key free of a command that was refused as a whole. */
  void giveUp(Command command) {
    transactions.inOne(
        () ->
            jdbc.sql("delete from web.command where actor = ? and key = ? and status is null")
                .params(command.actor(), command.key())
                .update());
  }

  /** Keeps the answer. */
  void finish(Command command, AnswerHttp answer) {
    jdbc.sql(
            """
            update web.command set status = ?, content_type = ?, etag = ?, answer = ?
            where actor = ? and key = ?
            """)
        .params(
            Arrays.asList(
                answer.status(),
                answer.contentType().orElse(null),
                answer.etag().orElse(null),
                answer.body(),
                command.actor(),
                command.key()))
        .update();
  }

  /**
   * The answer given before to the same command; empty while it is carried out in parts.
   *
   * @throws RequestRefused when the key was used for another one, or the answer is gone
   */
  Optional<AnswerHttp> answerTo(Command command) {
    return jdbc.sql(
            """
            select method, path, body_hash, status, content_type, etag, answer, recorded_at
            from web.command where actor = ? and key = ?
            """)
        .params(command.actor(), command.key())
        .query((row, n) -> answer(command, row))
        .single();
  }

  /** Forgets the answers of commands that are older; who did what when stays. */
  int expire(Instant before) {
    return jdbc.sql(
            "update web.command set answer = null where answer is not null and recorded_at < ?")
        .param(Timestamp.from(before))
        .update();
  }

  private static Optional<AnswerHttp> answer(Command command, ResultSet row) throws SQLException {
    if (!row.getString("method").equals(command.method())
        || !row.getString("path").equals(command.path())
        || !Arrays.equals(row.getBytes("body_hash"), command.bodyHash())) {
      throw new RequestRefused(
          ProblemAnswer.of(
              ProblemType.KEY_USED_BEFORE,
              "The idempotency key "
                  + command.key()
                  + " was used for another command. Use a new key for a new command."));
    }
    if (row.getObject("status") == null) {
      return Optional.empty();
    }
    if (row.getBytes("answer") == null) {
      throw new RequestRefused(
          ProblemAnswer.of(
              ProblemType.ANSWER_EXPIRED,
              "This command was carried out on %s; its answer is no longer stored. Read the"
                      .formatted(row.getString("recorded_at"))
                  + " document to see what it did."));
    }
    return Optional.of(
        new AnswerHttp(
            row.getInt("status"),
            Optional.ofNullable(row.getString("content_type")),
            Optional.ofNullable(row.getString("etag")),
            row.getBytes("answer")));
  }
}
