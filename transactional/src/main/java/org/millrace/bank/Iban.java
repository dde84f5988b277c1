package org.millrace.bank;

import org.millrace.party.BankAccount;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/** An account number of ISO 13616, see {@link org.millrace.party.checkdigit.Iban}. */
public record Iban(String value) implements Code {
  private static final int LONGEST_WRITTEN = 50;

  public Iban {
    String bare = BankAccount.bare(Code.checked("iban", value, LONGEST_WRITTEN));
    new Problems()
        .require(
            isValid(bare),
            "iban",
            bare,
            "an IBAN with right check digits, such as DE89370400440532013000")
        .refuse("The account number cannot be used");
    value = bare;
  }

  /** Whether capital letters and digits without blanks are such a number. */
  public static boolean isValid(String bare) {
    return org.millrace.party.checkdigit.Iban.isValid(bare);
  }

  @Override
  public String toString() {
    return value;
  }
}
