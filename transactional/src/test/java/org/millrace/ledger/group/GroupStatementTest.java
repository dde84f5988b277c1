package org.millrace.ledger.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.currency.ExchangeRate;
import org.millrace.ledger.Account.Type;
import org.millrace.shared.CompanyCode;

class GroupStatementTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final CompanyCode A = new CompanyCode("A");
  private static final CompanyCode B = new CompanyCode("B");
  private static final LocalDate EARLY = LocalDate.of(2026, 2, 1);
  private static final LocalDate END = LocalDate.of(2026, 12, 31);

  private final GroupStatement group =
      new GroupStatement(
          EUR,
          END,
          (from, day) ->
              from.equals(EUR)
                  ? ExchangeRate.ONE
                  : new ExchangeRate(day.equals(END) ? "0.9" : "0.8"));

  private static GroupStatement.Figure figure(
      String account, Type type, Optional<CompanyCode> with, String amount) {
    return new GroupStatement.Figure(account, account, type, EARLY, with, new BigDecimal(amount));
  }

  private static GroupStatement.Figure figure(String account, Type type, String amount) {
    return figure(account, type, Optional.empty(), amount);
  }

  /** A sold B goods of 1,000 EUR, which B owes as 1,250 USD. */
  private GroupStatement.Consolidated consolidated() {
    GroupStatement.Member a =
        new GroupStatement.Member(
            A,
            EUR,
            List.of(
                figure("1100", Type.ASSET, Optional.of(B), "1000"),
                figure("4000", Type.REVENUE, Optional.of(B), "-1000"),
                figure("5000", Type.EXPENSE, "600"),
                figure("1200", Type.ASSET, "-600")));
    GroupStatement.Member b =
        new GroupStatement.Member(
            B,
            USD,
            List.of(
                figure("2000", Type.LIABILITY, Optional.of(A), "-1250"),
                figure("1000", Type.ASSET, "1500"),
                figure("3000", Type.EQUITY, "-500"),
                figure("5000", Type.EXPENSE, "1250"),
                figure("4000", Type.REVENUE, "-1000")));
    return group.of(List.of(a, b));
  }

  private static GroupStatement.Row row(GroupStatement.Consolidated of, String account) {
    return of.rows().stream()
        .filter(each -> each.account().equals(account))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leavesOutWhatTheyOweEachOtherAndTellsTheMismatch() {
    GroupStatement.Consolidated of = consolidated();
    assertThat(row(of, "1100").closing()).isEqualByComparingTo("0");
    assertThat(row(of, "2000").closing()).isEqualByComparingTo("0");
    assertThat(of.mismatches())
        .containsExactly(new GroupStatement.Mismatch(A, B, new BigDecimal("-125.00")));
  }

  @Test
  void leavesOutWhatTheySoldEachOther() {
    GroupStatement.Consolidated of = consolidated();
    assertThat(row(of, "4000").closing()).isEqualByComparingTo("-800");
    assertThat(row(of, "5000").closing()).isEqualByComparingTo("600");
    assertThat(row(of, "5000").companies())
        .isEqualTo(Map.of("A", new BigDecimal("600.00"), "B", new BigDecimal("1000.00")));
  }

  @Test
  void comesToNothingWithItsDifferences() {
    GroupStatement.Consolidated of = consolidated();
    assertThat(of.translation().get("A")).isEqualByComparingTo("0");
    assertThat(of.translation().get("B")).isEqualByComparingTo("-25");
    BigDecimal all = BigDecimal.ZERO;
    for (GroupStatement.Row each : of.rows()) {
      all = all.add(each.closing());
    }
    for (BigDecimal each : of.translation().values()) {
      all = all.add(each);
    }
    for (GroupStatement.Mismatch each : of.mismatches()) {
      all = all.add(each.amount());
    }
    assertThat(all).isEqualByComparingTo("0");
  }
}
