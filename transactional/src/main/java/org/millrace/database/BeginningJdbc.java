package org.millrace.database;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Begins transactions on connections that can write. */
final class BeginningJdbc extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;

  private final transient CommandDataSourceJdbc database;

  BeginningJdbc(CommandDataSourceJdbc database) {
    super(database);
    this.database = database;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    database.begin(() -> super.doBegin(transaction, definition));
  }
}
