package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/** What stands on the supplier's invoice; without a date it is of the day it is posted. */
record Bill(
    Optional<String> supplierReference,
    Optional<LocalDate> invoiceDate,
    Optional<LocalDate> dueDate,
    List<Line> lines) {
  Bill {
    lines = List.copyOf(lines);
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "at least one line")
        .require(
            lines.stream().map(Line::line).distinct().count() == lines.size(),
            "lines",
            lines.stream().map(Line::line).toList(),
            "each line of the order at most once")
        .refuse("The supplier invoice cannot be posted");
  }

  /** So much of that line of the order, at that price for one unit. */
  record Line(int line, Quantity quantity, BigDecimal unitPrice) {
    Line {
      UnitPrice.require(new Problems(), "unitPrice", unitPrice)
          .require(quantity.isPositive(), "quantity", quantity, "more than 0")
          .refuse("Line " + line + " of the supplier invoice cannot be used");
    }
  }
}
