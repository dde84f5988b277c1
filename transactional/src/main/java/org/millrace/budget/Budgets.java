package org.millrace.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
import org.millrace.item.ItemCode;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;

/** Tells which documents go beyond the budgets of a company. */
public interface Budgets {
  /** What a purchase order or bill of that day spends; it counts once, stored already or not. */
  record Spending(DocumentRef document, LocalDate day, List<Line> lines) {
    public Spending {
      lines = List.copyOf(lines);
    }

    /**
     * One line of it, net.
     *
     * @param account where what is no goods is booked; operating expenses where none is named
     */
    public record Line(
        ItemCode item,
        Optional<DimensionValues> dimensions,
        Money amount,
        Optional<AccountCode> account) {}
  }

  /** By how much each budget with a control would be exceeded. */
  List<Excess> exceeded(CompanyCode company, Spending spending);
}
