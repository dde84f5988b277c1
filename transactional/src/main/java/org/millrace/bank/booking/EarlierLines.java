package org.millrace.bank.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millrace.bank.BankAccountCode;
import org.millrace.bank.match.SettledLine;
import org.millrace.shared.CompanyCode;

/** What was booked before. */
interface EarlierLines {
  /** Lines of an account booked since a day, with what they settled and still do. */
  List<SettledLine> booked(CompanyCode company, BankAccountCode account, LocalDate since);

  /** From which accounts each partner paid, or was paid on, as far as that was booked. */
  Map<String, Set<String>> ibans(CompanyCode company);
}
