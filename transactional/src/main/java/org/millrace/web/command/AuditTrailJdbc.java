package org.millrace.web.command;

import java.util.UUID;
import org.millrace.database.Transactions;
import org.millrace.outbox.Acting;
import org.millrace.web.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AuditTrailJdbc implements AuditTrail {
  private static final byte[] NO_BODY = {};

  private final JdbcClient jdbc;
  private final Transactions transactions;

  AuditTrailJdbc(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void note(String actor, String method, String path, int status) {
    transactions.apart(() -> insert(actor, method, path, status));
  }

  private int insert(String actor, String method, String path, int status) {
    return jdbc.sql(
            """
            insert into web.command
              (actor, key, method, path, body_hash, correlation_id, status)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            actor,
            "noted/" + UUID.randomUUID(),
            method,
            path,
            NO_BODY,
            Acting.correlationId(),
            status)
        .update();
  }
}
