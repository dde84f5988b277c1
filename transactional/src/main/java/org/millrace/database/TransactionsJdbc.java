package org.millrace.database;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class TransactionsJdbc implements Transactions {
  private final TransactionTemplate joining;
  private final TransactionTemplate separate;

  TransactionsJdbc(PlatformTransactionManager manager) {
    joining = new TransactionTemplate(manager);
    separate = new TransactionTemplate(manager);
    separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return joining.execute(status -> work.get());
  }

  @Override
  public <T> T apart(Supplier<T> work) {
    return separate.execute(status -> work.get());
  }
}
