package org.millrace.web;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commands carried out, with their answers. */
@Component
class CommandsJdbc {
  private final JdbcClient jdbc;

  CommandsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /** Keeps the answer. */
  void finish(Command command, AnswerHttp answer) {
    jdbc.sql(
            """
            update web.command set status = ?, content_type = ?, etag = ?, answer = ?
            where actor = ? and key = ?
            """)
        .params(
            answer.status(),
            answer.contentType().orElse(null),
            answer.etag().orElse(null),
            answer.body(),
            command.actor(),
            command.key())
        .update();
  }

  /** The answer given before to the same command; empty when its key was used for another one. */
  Optional<AnswerHttp> answerTo(Command command) {
    return jdbc.sql(
            """
            select status, content_type, etag, answer from web.command
            where actor = ? and key = ? and method = ? and path = ? and body_hash = ?
            """)
        .params(
            command.actor(), command.key(), command.method(), command.path(), command.bodyHash())
        .query(
            (row, n) ->
                new AnswerHttp(
                    row.getInt("status"),
                    Optional.ofNullable(row.getString("content_type")),
                    Optional.ofNullable(row.getString("etag")),
                    row.getBytes("answer")))
        .optional();
  }
}
