package org.millrace.database;

import java.util.function.Supplier;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class OwnerTransactionsJdbc implements OwnerTransactions {
  private final CommandDataSourceJdbc database;
  private final Transactions transactions;

  OwnerTransactionsJdbc(CommandDataSourceJdbc database, Transactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public <T> T asOwner(Supplier<T> work) {
    return database.asOwner(() -> transactions.apart(work));
  }

  @EventListener(ContextRefreshedEvent.class)
  void forgetOwner() {
    database.forgetOwner();
  }
}
