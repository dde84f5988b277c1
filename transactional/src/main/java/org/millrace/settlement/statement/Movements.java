package org.millrace.settlement.statement;

import java.time.LocalDate;
import java.util.List;
import org.millrace.party.Company;
import org.millrace.party.PartyCode;
import org.millrace.settlement.Side;
import org.millrace.shared.Money;

/** What moved the balances of parties. */
interface Movements {
  /** The balance of a party at the end of the day before; above 0 where the side is owed. */
  Money before(Company company, Side side, PartyCode party, LocalDate day);

  /** What moved it from a day to another, both included, in their order. */
  List<AccountStatement.Movement> within(
      Company company, Side side, PartyCode party, LocalDate firstDay, LocalDate lastDay);
}
