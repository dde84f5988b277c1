package org.millrace.sales.number;

import java.util.List;
import org.millrace.shared.CompanyCode;

/** Hands out the numbers of papers. */
public interface PaperNumbers {
  /** The series that number papers. */
  enum Series {
    QUOTATION("QU"),
    ORDER("SO"),
    DELIVERY("DN"),
    INVOICE("IN"),
    CREDIT_NOTE("CN"),
    PAYMENT("PY");

    private final String prefix;

    Series(String prefix) {
      this.prefix = prefix;
    }

    String number(long count) {
      return "%s-%06d".formatted(prefix, count);
    }
  }

  /** So many consecutive numbers; they are free again when the transaction fails. */
  List<String> take(CompanyCode company, Series series, int count);
}
