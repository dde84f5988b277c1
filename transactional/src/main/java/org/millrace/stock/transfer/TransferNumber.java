package org.millrace.stock.transfer;

import org.millrace.shared.Code;

/** Names a stock transfer within a company. */
public record TransferNumber(String value) implements Code {
  public TransferNumber {
    value = Code.checked("transfer number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
