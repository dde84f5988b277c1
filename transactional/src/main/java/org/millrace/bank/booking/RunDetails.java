package org.millrace.bank.booking;

import java.util.function.UnaryOperator;
import org.millrace.bank.match.BankLine;
import org.millrace.shared.CompanyCode;

/** What the company itself told the bank to pay together. */
public interface RunDetails {
  /** Gives a line that is the sum of such payments the payments inside it. */
  UnaryOperator<BankLine> of(CompanyCode company);
}
