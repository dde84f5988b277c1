package org.millrace.web.command;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.millrace.database.Transactions;
import org.millrace.outbox.Acting;
import org.millrace.web.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AuditTrailJdbc implements AuditTrail {
  private static final byte[] NO_BODY = {};
  private static final int LONGEST_PATH = 2_000;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final RefusalBudget budget;

  AuditTrailJdbc(JdbcClient jdbc, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.budget = new RefusalBudget(clock);
  }

  @Override
  public void note(String actor, String method, String path, int status) {
    transactions.apart(() -> insert(actor, Optional.empty(), method, path, status));
  }

  @Override
  public void refused(String actor, String address, String method, String path, int status) {
    if (budget.takes(address)) {
      transactions.apart(() -> insert(actor, Optional.of(address), method, path, status));
    }
  }

  private int insert(
      String actor, Optional<String> address, String method, String path, int status) {
    return jdbc.sql(
            """
            insert into web.command
              (actor, key, method, path, body_hash, correlation_id, status, address)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(actor)
        .param("noted/" + UUID.randomUUID())
        .param(method)
        .param(path.substring(0, Math.min(LONGEST_PATH, path.length())))
        .param(NO_BODY)
        .param(Acting.correlationId())
        .param(status)
        .param(address.orElse(null))
        .update();
  }
}
