package org.millrace.party;

import java.util.Currency;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;

/**
 * A company: all its amounts are in its currency. Negative stock is allowed only to those whose
 * receipts are not on record, such as an imported retailer.
 */
public record Company(CompanyCode code, String name, Currency currency, boolean negativeStock) {
  public Company {
    name = Code.checked("company name", name, 200);
  }
}
