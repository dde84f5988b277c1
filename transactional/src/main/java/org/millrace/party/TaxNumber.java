package org.millrace.party;

import java.util.Locale;
import org.millrace.party.checkdigit.CreditCode;
import org.millrace.party.checkdigit.VatNumbers;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/** A number under which an authority knows a party, in capitals without blanks, dots and dashes. */
public record TaxNumber(Kind kind, String number) {
  /** Who gave the number, and so how it is checked. */
  public enum Kind {
    /** VAT identification number of a member state of the EU, with its country: DE136695976. */
    EU_VAT,
    /** Unified social credit code of the PRC, GB 32100. */
    SOCIAL_CREDIT_CODE,
    /** Any other; it is not checked. */
    OTHER
  }

  public TaxNumber {
    String text = Code.checked("number", "tax number", number, 40);
    if (kind != Kind.OTHER) {
      text = text.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
    }
    new Problems()
        .require(
            kind != Kind.EU_VAT || VatNumbers.isValid(text),
            "number",
            text,
            "a VAT number of the EU with its country and right check digits, such as DE136695976")
        .require(
            kind != Kind.SOCIAL_CREDIT_CODE || CreditCode.isValid(text),
            "number",
            text,
            "18 signs with the check sign of GB 32100, such as 91110000600037341L")
        .refuse("The tax number cannot be used");
    number = text;
  }
}
