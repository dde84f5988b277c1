package org.millrace.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * An account of a chart. A control account stands for what documents tell one by one, such as the
 * open invoices; only documents post there. In the statements it stands where the account of the
 * standard chart does that it reports as.
 */
public record Account(
    AccountCode code,
    String name,
    Type type,
    boolean control,
    @JsonInclude(JsonInclude.Include.NON_NULL) boolean closed,
    Optional<AccountCode> reportsAs) {
  /** One that is open, and stands in the statements by its own code. */
  public Account(AccountCode code, String name, Type type, boolean control) {
    this(code, name, type, control, false, Optional.empty());
  }

  /** Where an account stands in the statements. */
  public enum Type {
    ASSET,
    LIABILITY,
    EQUITY,
    REVENUE,
    EXPENSE
  }
}
