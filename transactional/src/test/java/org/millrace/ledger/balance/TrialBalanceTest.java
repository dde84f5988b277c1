package org.millrace.ledger.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.Money;

/** Accounts at the end of a month: both sides are equal, however it was posted. */
class TrialBalanceTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @Example
  void closesWhatOpenedAndWhatWasPosted() {
    TrialBalance balance =
        TrialBalance.of(
            MARCH, EUR, List.of(row("1000", "100", "50", "30"), row("4000", "-100", "30", "50")));
    assertThat(balance.rows())
        .extracting(TrialBalance.Row::closing)
        .containsExactly(euros("120"), euros("-120"));
    assertThat(balance.debit()).isEqualTo(euros("80"));
    assertThat(balance.credit()).isEqualTo(euros("80"));
    assertThat(balance.debitBalances()).isEqualTo(euros("120"));
    assertThat(balance.creditBalances()).isEqualTo(euros("120"));
    assertThat(TrialBalance.of(MARCH, EUR, List.of()).debit()).isEqualTo(euros("0"));
  }

  /** An amount from one account to another, before the month or in it. */
  record Posted(int debit, int credit, int cents, boolean before) {}

  @Provide
  Arbitrary<List<Posted>> entries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(1, 99_999),
            Arbitraries.of(true, false))
        .as(Posted::new)
        .list()
        .ofMaxSize(20);
  }

  @Property
  void hasEqualSidesHoweverItWasPosted(@ForAll("entries") List<Posted> entries) {
    List<TrialBalance.Row> rows = new ArrayList<>();
    for (int account = 0; account < 5; account++) {
      int opening = 0;
      int debit = 0;
      int credit = 0;
      for (Posted each : entries) {
        int in = each.debit() == account ? each.cents() : 0;
        int out = each.credit() == account ? each.cents() : 0;
        opening += each.before() ? in - out : 0;
        debit += each.before() ? 0 : in;
        credit += each.before() ? 0 : out;
      }
      rows.add(row("100" + account, cents(opening), cents(debit), cents(credit)));
    }
    TrialBalance balance = TrialBalance.of(MARCH, EUR, rows);
    assertThat(balance.debit()).isEqualTo(balance.credit());
    assertThat(balance.debitBalances()).isEqualTo(balance.creditBalances());
    assertThat(balance.debitBalances().isNegative()).isFalse();
  }

  private static String cents(int amount) {
    return BigDecimal.valueOf(amount, 2).toPlainString();
  }

  private static TrialBalance.Row row(String account, String opening, String debit, String credit) {
    return new TrialBalance.Row(
        new Account(new AccountCode(account), account, Account.Type.ASSET, false),
        euros(opening),
        euros(debit),
        euros(credit));
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }
}
