package org.millrace.settlement.revaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.millrace.settlement.Revaluation;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** Monetary items that are not in the currency of a company. */
interface ForeignItems {
  /** What was open of one at the end of a day, and what it was worth in the books. */
  record Open(
      Revaluation.Kind kind,
      String item,
      Side side,
      Currency currency,
      BigDecimal amount,
      Money worth) {}

  /** What revaluations of a day booked of one already. */
  record Booked(Revaluation.Kind kind, String item, Currency currency, Money difference) {}

  /** What revaluations of that day booked already. */
  List<Booked> booked(CompanyCode company, Currency home, LocalDate day);

  /** All at the end of that day, in the order of their names. */
  List<Open> at(CompanyCode company, Currency home, LocalDate day);
}
