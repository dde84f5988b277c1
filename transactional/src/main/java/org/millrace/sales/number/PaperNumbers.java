package org.millrace.sales.number;

import java.util.List;
import org.millrace.shared.CompanyCode;

/** Hands out the numbers of papers. */
public interface PaperNumbers {
  /** The series that number papers. */
  enum Series {
    QUOTATION("QU", "sales.quotation"),
    ORDER("SO", "sales.sales_order"),
    DELIVERY("DN", "sales.delivery"),
    INVOICE("IN", "sales.invoice"),
    CREDIT_NOTE("CN", "sales.invoice"),
    PAYMENT("PY", "sales.payment");

    private final String prefix;
    private final String table;

    Series(String prefix, String table) {
      this.prefix = prefix;
      this.table = table;
    }

    /** Where numbers of the series stand, and others that files brought. */
    String table() {
      return table;
    }

    String number(long count) {
      return "%s-%06d".formatted(prefix, count);
    }
  }

  /**
   * So many consecutive numbers that nothing has yet; they are free again when the transaction
   * fails.
   */
  List<String> take(CompanyCode company, Series series, int count);
}
