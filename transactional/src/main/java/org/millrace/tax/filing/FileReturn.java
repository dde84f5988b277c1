package org.millrace.tax.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/** Draws returns from what became due, and files them. */
final class FileReturn {
  private static final TaxReturnNumber DRAFT = new TaxReturnNumber("DRAFT");

  private final Companies companies;
  private final Documents<TaxReturn> returns;
  private final OpenTaxes open;

  FileReturn(Companies companies, Documents<TaxReturn> returns, OpenTaxes open) {
    this.companies = companies;
    this.returns = returns;
    this.open = open;
  }

  /** The taxes that no return holds yet. */
  interface OpenTaxes {
    /** Those up to the last day by code, apart where they are of days before the first. */
    List<TaxReturn.Line> summed(Company company, TaxReturn.Days days);

    /** Has them held by that return from now on. */
    void hold(CompanyCode company, LocalDate lastDay, TaxReturnNumber number);
  }

  /** What a return would say if it were filed now. */
  TaxReturn drawn(CompanyCode company, TaxReturn.Days days, TaxReturn.Style style, Instant now) {
    Company books = companies.named(company);
    return of(books, DRAFT, days, style, now);
  }

  /**
   * Files a return.
   *
   * @throws org.millrace.shared.Refused as invalid when its days are in an earlier one
   */
  Versioned<TaxReturn> file(
      CompanyCode company, TaxReturn.Days days, TaxReturn.Style style, Instant now) {
    Company books = companies.named(company);
    LocalDate today = books.dayOf(now);
    Problems problems = new Problems();
    problems.require(
        days.lastDay().isBefore(today), "lastDay", days.lastDay(), "a day before today " + today);
    last(company)
        .ifPresent(
            before ->
                problems.require(
                    days.firstDay().isAfter(before.lastDay()),
                    "firstDay",
                    days.firstDay(),
                    "a day after %s, the last of return %s"
                        .formatted(before.lastDay(), before.number())));
    problems.refuse("The tax return cannot be filed");
    TaxReturnNumber number = new TaxReturnNumber(returns.nextNumber(company, today));
    TaxReturn filed = of(books, number, days, style, now);
    open.hold(company, days.lastDay(), number);
    return returns.make(company, filed, now, TaxReturnFiled::new);
  }

  private TaxReturn of(
      Company books,
      TaxReturnNumber number,
      TaxReturn.Days days,
      TaxReturn.Style style,
      Instant now) {
    Currency currency = books.currency();
    Money carried =
        last(books.code()).map(TaxReturn::carriedOut).orElseGet(() -> Money.zero(currency));
    return TaxReturn.of(
        number,
        days,
        books.dayOf(now),
        style,
        new TaxReturn.Summed(open.summed(books, days), carried, currency));
  }

  private Optional<TaxReturn> last(CompanyCode company) {
    return returns.having(company, Map.of()).stream()
        .map(Versioned::document)
        .max(Comparator.comparing(TaxReturn::lastDay));
  }
}
