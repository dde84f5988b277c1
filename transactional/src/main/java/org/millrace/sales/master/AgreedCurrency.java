package org.millrace.sales.master;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.DocumentCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/**
 * The currency of a quotation or an order: the one that is named, else the one agreed with the
 * customer, else the one of the company.
 */
public final class AgreedCurrency {
  private final Companies companies;
  private final Parties parties;
  private final Rates rates;

  AgreedCurrency(Companies companies, Parties parties, Rates rates) {
    this.companies = companies;
    this.parties = parties;
    this.rates = rates;
  }

  /**
   * What is asked for.
   *
   * @param rate units of the company's currency for one of the document's, where it is not the one
   *     of the day
   */
  public record Asked(Optional<Currency> currency, Optional<ExchangeRate> rate) {
    /** Nothing: what was agreed or what was there holds. */
    public static final Asked NOTHING = new Asked(Optional.empty(), Optional.empty());

    /** That currency, at the rate of the day. */
    public static Asked of(Currency currency) {
      return new Asked(Optional.of(currency), Optional.empty());
    }
  }

  /**
   * The currency of a document to a customer, at a rate of that day.
   *
   * @throws org.millrace.shared.Refused as conflict when there is no rate, as invalid when one is
   *     named for the currency of the company
   */
  public DocumentCurrency of(
      CompanyCode company, PartyCode customer, Asked asked, LocalDate day, String title) {
    Currency home = companies.named(company).currency();
    Currency paper =
        asked
            .currency()
            .or(
                () ->
                    Optional.ofNullable(parties.named(company, List.of(customer)).get(customer))
                        .flatMap(Party::salesCurrency))
            .orElse(home);
    if (paper.equals(home)) {
      requireNoRate(asked, home, title);
      return DocumentCurrency.of(home);
    }
    ExchangeRate rate = rates.rate(company, asked.rate(), new Rates.Wanted(paper, home, day));
    return new DocumentCurrency(home, Optional.of(new AskedCurrency(paper, Optional.of(rate))));
  }

  /**
   * The currency of a document that is changed: what it is in, unless another one is named; then at
   * a rate of its day.
   */
  public DocumentCurrency of(
      CompanyCode company, DocumentCurrency before, Asked asked, LocalDate day, String title) {
    Currency paper = asked.currency().orElse(before.paper());
    if (paper.equals(before.home())) {
      requireNoRate(asked, before.home(), title);
      return DocumentCurrency.of(before.home());
    }
    if (paper.equals(before.paper()) && asked.rate().isEmpty()) {
      return before;
    }
    ExchangeRate rate =
        rates.rate(company, asked.rate(), new Rates.Wanted(paper, before.home(), day));
    return new DocumentCurrency(
        before.home(), Optional.of(new AskedCurrency(paper, Optional.of(rate))));
  }

  private static void requireNoRate(Asked asked, Currency home, String title) {
    new Problems()
        .require(
            asked.rate().isEmpty(),
            "rate",
            asked.rate().map(ExchangeRate::value).orElse(""),
            "none, the document is in %s, the currency of the company".formatted(home))
        .refuse(title);
  }
}
