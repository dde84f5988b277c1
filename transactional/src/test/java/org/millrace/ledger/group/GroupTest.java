package org.millrace.ledger.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.currency.ExchangeRate;
import org.millrace.ledger.Account.Type;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

class GroupTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  private static Balance balance(String account, Type type, String amount) {
    return new Balance(account, type, new BigDecimal(amount), Optional.empty());
  }

  private static Balance equity(String account, String amount, String rate) {
    return new Balance(
        account, Type.EQUITY, new BigDecimal(amount), Optional.of(new ExchangeRate(rate)));
  }

  private static List<Balance> subsidiary() {
    return List.of(
        balance("cash", Type.ASSET, "1000"),
        balance("equipment", Type.ASSET, "2000"),
        balance("loan", Type.LIABILITY, "-1500"),
        equity("capital", "-1000", "0.8"),
        equity("retained", "-200", "0.85"),
        balance("revenue", Type.REVENUE, "-3000"),
        balance("costs", Type.EXPENSE, "2700"));
  }

  private static Translation translated(List<Balance> balances) {
    return new TranslateBalances(EUR, new ExchangeRate("0.9"), new ExchangeRate("0.94"))
        .of(balances);
  }

  @Test
  void putsWhatEquityGainedIntoEquity() {
    Translation translation = translated(subsidiary());
    assertThat(translation.difference()).isEqualTo(Money.of("-98.00", "EUR"));
    assertThat(translation.netAssets()).isEqualTo(Money.of("1350.00", "EUR"));
    assertThat(translation.profit()).isEqualTo(Money.of("282.00", "EUR"));
    assertThat(translation.lines().get(6).translated()).isEqualTo(Money.of("2538.00", "EUR"));
    assertThat(translation.proof())
        .isEqualTo("1,000 x (0.90-0.80) + 200 x (0.90-0.85) + 300 x (0.90-0.94) = 98.00");
  }

  @Test
  void hasNoDifferenceWhereAllRatesAreOne() {
    List<Balance> balances = List.of(balance("cash", Type.ASSET, "7"), equity("own", "-7", "0.9"));
    assertThat(translated(balances).difference().isZero()).isTrue();
  }

  @Test
  void refusesBalancesThatAreNotEqual() {
    List<Balance> balances = new ArrayList<>(subsidiary());
    balances.remove(0);
    assertThatThrownBy(() -> translated(balances))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("lines is '-1000', expected debits equal to credits");
  }

  @Test
  void refusesEquityWithoutItsRate() {
    List<Balance> balances =
        List.of(balance("cash", Type.ASSET, "7"), balance("own", Type.EQUITY, "-7"));
    assertThatThrownBy(() -> translated(balances))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("lines.own.rate is 'none'");
  }

  private static MutualBalance mutual(String debt) {
    ExchangeRate dollar = new ExchangeRate("0.9");
    return MutualBalance.of(
        Money.of("1000", "EUR"),
        Money.of(debt, "USD"),
        new MutualBalance.Closing(EUR, ExchangeRate.ONE, dollar));
  }

  @Test
  void showsWhatTheDebtorDidNotRevalue() {
    MutualBalance apart = mutual("1080");
    assertThat(apart.debtInGroup()).isEqualTo(Money.of("972.00", "EUR"));
    assertThat(apart.mismatch()).isEqualTo(Money.of("28.00", "EUR"));
    assertThat(apart.correctDebt()).isEqualTo(Money.of("1111.11", "USD"));
    assertThat(apart.debtorLoss()).isEqualTo(Money.of("31.11", "USD"));
    assertThat(apart.reason()).contains("USD 1080", "0.9", "USD 1111.11");
    assertThat(mutual("1111.11").mismatch().isZero()).isTrue();
  }

  @Test
  void leavesTheProfitOutOnGoodsThatAreStillThere() {
    StockProfit profit =
        StockProfit.of(Money.of("500", "EUR"), Money.of("400", "EUR"), new BigDecimal("0.3"));
    assertThat(profit.eliminated()).isEqualTo(Money.of("30.00", "EUR"));
    assertThat(profit.stockBefore()).isEqualTo(Money.of("150.00", "EUR"));
    assertThat(profit.stockAfter()).isEqualTo(Money.of("120.00", "EUR"));
    assertThat(profit.groupProfit()).isEqualTo(Money.of("70.00", "EUR"));
    assertThatThrownBy(
            () ->
                StockProfit.of(Money.of("5", "EUR"), Money.of("4", "EUR"), new BigDecimal("1.01")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("unsoldShare is '1.01', expected a share from 0 to 1");
  }
}
