package org.millrace.sales.master;

import java.util.Optional;
import org.millrace.TestingMasters;
import org.millrace.currency.Rates;
import org.millrace.document.TestingDocuments;
import org.millrace.price.Prices;
import org.millrace.stock.Location;
import org.millrace.tax.determination.TaxDetermination;

/** What sales look up of the masters in memory. */
public final class TestingSalesMasters {
  private TestingSalesMasters() {}

  public static SalesMasters of(TestingMasters masters) {
    return new SalesMasters(
        masters.companies(),
        masters.parties(),
        masters.items(),
        new TestingDocuments<>(Location.KIND));
  }

  /** Lines whose prices are in no list. */
  public static FillLines lines(TestingMasters masters) {
    return new FillLines(
        masters.companies(),
        masters.parties(),
        masters.items(),
        (company, deal, asked) ->
            asked.stream().map(one -> Optional.<Prices.Quote>empty()).toList(),
        (company, deal, asked) ->
            asked.stream().map(one -> Optional.<TaxDetermination.Determined>empty()).toList());
  }

  /** Of a firm that knows no rates. */
  public static AgreedCurrency currencies(TestingMasters masters) {
    return new AgreedCurrency(masters.companies(), masters.parties(), noRates());
  }

  /** No rates at all. */
  public static Rates noRates() {
    return (company, wanted) -> {
      throw new UnsupportedOperationException();
    };
  }

  public static AgreedTerms terms(TestingMasters masters) {
    return new AgreedTerms(masters.companies(), masters.parties());
  }
}
