package org.millrace.sales.master;

import java.util.Collection;
import java.util.Optional;
import org.millrace.TestingMasters;
import org.millrace.currency.Rates;
import org.millrace.dimension.DimensionRules;
import org.millrace.dimension.Dimensions;
import org.millrace.document.TestingDocuments;
import org.millrace.price.Prices;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
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
            asked.stream().map(one -> Optional.<TaxDetermination.Determined>empty()).toList(),
        noDimensions());
  }

  /** No values of any dimension. */
  private static Dimensions noDimensions() {
    return new Dimensions() {
      @Override
      public DimensionRules rules(CompanyCode company) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void requireKnown(CompanyCode company, Collection<Named> named, Problems problems) {
        named.forEach(one -> problems.require(false, one.field(), one.values(), "no dimension"));
      }
    };
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
