package org.millrace.ledger.group;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.millrace.currency.ExchangeRate;
import org.millrace.ledger.Account;
import org.millrace.ledger.StandardAccounts;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;

/**
 * The balances of companies as those of one, in one currency: assets and liabilities at the closing
 * rate, revenue, expenses and equity at the rates of the days on which they were posted. What they
 * owe each other falls away on both sides; what is then left over is their mismatch. What they sold
 * each other falls away against the cost of goods sold. All balances, translation differences and
 * mismatches together are 0.
 */
final class GroupStatement {
  private static final String COST = StandardAccounts.GOODS_SOLD.value();

  private final Currency into;
  private final LocalDate closing;
  private final BiFunction<Currency, LocalDate, ExchangeRate> rates;

  /**
   * At the end of a day.
   *
   * @param rates how much of that currency one unit of another is worth on a day
   */
  GroupStatement(
      Currency into, LocalDate closing, BiFunction<Currency, LocalDate, ExchangeRate> rates) {
    this.into = into;
    this.closing = closing;
    this.rates = rates;
  }

  /** A company with its figures, which come to 0 together. */
  record Member(CompanyCode company, Currency currency, List<Figure> figures) {
    Member {
      figures = List.copyOf(figures);
    }
  }

  /**
   * What was posted to an account on a day, in the currency of the company, debit above 0.
   *
   * @param with the company of the group that it concerns
   */
  record Figure(
      String account,
      String name,
      Account.Type type,
      LocalDate day,
      Optional<CompanyCode> with,
      BigDecimal amount) {}

  /** An account: by company, what falls away, and what the group has. */
  record Row(
      String account,
      String accountName,
      Account.Type accountType,
      Map<String, BigDecimal> companies,
      @Amount BigDecimal eliminated,
      @Amount BigDecimal closing) {}

  /**
   * By how much two companies disagree on what they owe each other: what the books of both say of
   * it together, a claim above 0.
   */
  record Mismatch(CompanyCode company, CompanyCode with, @Amount BigDecimal amount) {}

  /**
   * The whole of it.
   *
   * @param translation what equity takes of each company, a gain below 0
   */
  record Consolidated(
      List<Row> rows, Map<String, BigDecimal> translation, List<Mismatch> mismatches) {}

  Consolidated of(List<Member> members) {
    Map<String, Sums> sums = new TreeMap<>();
    Map<String, BigDecimal> translation = new LinkedHashMap<>();
    Map<List<CompanyCode>, BigDecimal> mutual = new LinkedHashMap<>();
    for (Member member : members) {
      BigDecimal difference = BigDecimal.ZERO;
      for (Figure figure : member.figures()) {
        BigDecimal worth = translated(member, figure).amount();
        difference = difference.subtract(worth);
        Sums row = sums.computeIfAbsent(figure.account(), unused -> Sums.of(figure));
        row.companies.merge(member.company().value(), worth, BigDecimal::add);
        figure.with().ifPresent(with -> eliminate(sums, mutual, member, figure, worth));
      }
      translation.put(member.company().value(), difference);
    }
    List<Mismatch> mismatches = new ArrayList<>();
    mutual.forEach(
        (pair, amount) -> {
          if (amount.signum() != 0) {
            mismatches.add(new Mismatch(pair.get(0), pair.get(1), amount));
          }
        });
    return new Consolidated(
        sums.entrySet().stream().map(each -> each.getValue().row(each.getKey())).toList(),
        translation,
        mismatches);
  }

  private Money translated(Member member, Figure figure) {
    LocalDate day =
        switch (figure.type()) {
          case ASSET, LIABILITY -> closing;
          case EQUITY, REVENUE, EXPENSE -> figure.day();
        };
    return rates.apply(member.currency(), day).of(figure.amount(), into);
  }

  private static void eliminate(
      Map<String, Sums> sums,
      Map<List<CompanyCode>, BigDecimal> mutual,
      Member member,
      Figure figure,
      BigDecimal worth) {
    Sums row = sums.computeIfAbsent(figure.account(), unused -> Sums.of(figure));
    switch (figure.type()) {
      case ASSET, LIABILITY -> {
        row.eliminated = row.eliminated.subtract(worth);
        mutual.merge(pair(member.company(), figure.with().orElseThrow()), worth, BigDecimal::add);
      }
      case REVENUE -> {
        row.eliminated = row.eliminated.subtract(worth);
        Sums cost =
            sums.computeIfAbsent(
                COST, unused -> new Sums("Cost of goods sold", Account.Type.EXPENSE));
        cost.eliminated = cost.eliminated.add(worth);
      }
      case EQUITY, EXPENSE -> {}
    }
  }

  private static List<CompanyCode> pair(CompanyCode one, CompanyCode other) {
    return one.value().compareTo(other.value()) < 0 ? List.of(one, other) : List.of(other, one);
  }

  /** What an account comes to so far. */
  private static final class Sums {
    private final String name;
    private final Account.Type type;
    private final Map<String, BigDecimal> companies = new LinkedHashMap<>();
    private BigDecimal eliminated = BigDecimal.ZERO;

    Sums(String name, Account.Type type) {
      this.name = name;
      this.type = type;
    }

    static Sums of(Figure figure) {
      return new Sums(figure.name(), figure.type());
    }

    Row row(String account) {
      BigDecimal all = companies.values().stream().reduce(eliminated, BigDecimal::add);
      return new Row(account, name, type, Map.copyOf(companies), eliminated, all);
    }
  }
}
