package org.millrace.ledger.group;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parts of consolidated statements, worked out in the currency of the company; stores nothing. */
@RestController
@RequestMapping("/api/companies/{company}/ledger/group")
class GroupHttp {
  private final Companies companies;
  private final Rates rates;

  GroupHttp(Companies companies, Rates rates) {
    this.companies = companies;
    this.rates = rates;
  }

  /**
   * A trial balance in another currency; the closing rate is that of the day when none is named,
   * and the average that as well.
   */
  record Asked(
      Currency currency,
      LocalDate date,
      Optional<ExchangeRate> closing,
      Optional<ExchangeRate> average,
      List<Balance> lines) {}

  @PostMapping("/translations")
  @RequiresPermission("ledger.read")
  Translation translate(@PathVariable CompanyCode company, @RequestBody Asked asked) {
    Currency into = companies.named(company).currency();
    Rates.Wanted wanted = new Rates.Wanted(asked.currency(), into, asked.date());
    ExchangeRate closing = rates.rate(company, asked.closing(), wanted);
    return new TranslateBalances(into, closing, asked.average().orElse(closing)).of(asked.lines());
  }

  /** What one company claims from another, and what that one owes by its own books. */
  record Mutual(
      LocalDate date,
      Amount claim,
      Amount debt,
      Optional<ExchangeRate> claimRate,
      Optional<ExchangeRate> debtRate) {}

  /** An amount in the currency of one company. */
  record Amount(Currency currency, @Money.Amount(in = "currency") BigDecimal amount) {
    Amount {
      new Problems()
          .require(
              amount.signum() >= 0 && amount.compareTo(Money.MOST) <= 0,
              "amount",
              amount,
              "0 to " + Money.MOST)
          .refuse("The balance cannot be used");
    }

    private Money money() {
      return Money.of(amount, currency);
    }
  }

  @PostMapping("/mutual-balances")
  @RequiresPermission("ledger.read")
  MutualBalance compare(@PathVariable CompanyCode company, @RequestBody Mutual asked) {
    Currency group = companies.named(company).currency();
    return MutualBalance.of(
        asked.claim().money(),
        asked.debt().money(),
        new MutualBalance.Closing(
            group,
            closing(company, asked.claimRate(), asked.claim().currency(), asked.date()),
            closing(company, asked.debtRate(), asked.debt().currency(), asked.date())));
  }

  private ExchangeRate closing(
      CompanyCode company, Optional<ExchangeRate> asked, Currency from, LocalDate day) {
    Company group = companies.named(company);
    return rates.rate(company, asked, new Rates.Wanted(from, group.currency(), day));
  }

  /**
   * A sale from one company to another, of goods that are partly still there.
   *
   * @param rate how much of the company's currency one unit of price and cost is worth; 1 when not
   *     said
   */
  record Sale(
      @Money.Amount BigDecimal price,
      @Money.Amount BigDecimal cost,
      BigDecimal unsoldShare,
      Optional<ExchangeRate> rate) {
    Sale {
      new Problems()
          .require(isAmount(price), "price", price, "0 to " + Money.MOST)
          .require(isAmount(cost), "cost", cost, "0 to " + Money.MOST)
          .refuse("The sale cannot be used");
    }

    private static boolean isAmount(BigDecimal amount) {
      return amount.signum() >= 0 && amount.compareTo(Money.MOST) <= 0;
    }
  }

  @PostMapping("/stock-profits")
  @RequiresPermission("ledger.read")
  StockProfit eliminate(@PathVariable CompanyCode company, @RequestBody Sale sale) {
    Currency group = companies.named(company).currency();
    ExchangeRate rate = sale.rate().orElse(ExchangeRate.ONE);
    return StockProfit.of(
        rate.of(sale.price(), group), rate.of(sale.cost(), group), sale.unsoldShare());
  }
}
