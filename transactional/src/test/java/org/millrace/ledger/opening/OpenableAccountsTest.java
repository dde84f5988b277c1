package org.millrace.ledger.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Chart;
import org.millrace.ledger.StandardAccounts;

class OpenableAccountsTest {
  private final OpenableAccounts standard =
      new OpenableAccounts(new Chart(Map.of(), Map.of(), false));

  @ParameterizedTest
  @CsvSource({
    "1000, ASSET, false",
    "1300, ASSET, false",
    "2200, LIABILITY, false",
    "2500, LIABILITY, false",
    "3000, EQUITY, false",
    "3900, EQUITY, false"
  })
  void takesAccountsOfTheBalanceSheet(String code, Account.Type type, boolean control) {
    assertThat(standard.instead(account(code, type, control))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1100, ASSET, true, 'opening items, side receivables'",
    "1200, ASSET, true, movements with the reason opening",
    "1250, ASSET, true, work orders",
    "1320, ASSET, true, purchase orders and their bills",
    "1500, ASSET, false, assets with openingThrough",
    "1590, ASSET, false, assets with openingDepreciation",
    "2000, LIABILITY, true, 'opening items, side payables'",
    "2100, LIABILITY, true, purchase orders and their receipts",
    "2300, LIABILITY, true, opening items below 0",
    "1150, ASSET, true, documents of its own",
    "3950, EQUITY, false, goes there by itself",
    "4000, REVENUE, false, retained earnings (3900)",
    "6000, EXPENSE, false, retained earnings (3900)"
  })
  void namesTheDoorThatBringsTheOthers(
      String code, Account.Type type, boolean control, String door) {
    assertThat(standard.instead(account(code, type, control)).orElse("")).contains(door);
  }

  @Test
  void goesByTheRolesOfAnOwnChart() {
    Chart own =
        new Chart(
            Map.of(),
            Map.of(
                StandardAccounts.EQUIPMENT, new AccountCode("1601"),
                StandardAccounts.RETAINED_EARNINGS, new AccountCode("4104")),
            true);
    OpenableAccounts openable = new OpenableAccounts(own);
    assertThat(openable.instead(account("1601", Account.Type.ASSET, false)).orElse(""))
        .contains("openingThrough");
    assertThat(openable.instead(account("1500", Account.Type.ASSET, false))).isEmpty();
    assertThat(openable.instead(account("6001", Account.Type.REVENUE, false)).orElse(""))
        .endsWith("(4104)");
  }

  @Test
  void refusesWhatIsClosed() {
    Account closed =
        new Account(
            new AccountCode("1010"), "Old", Account.Type.ASSET, false, true, Optional.empty());
    assertThat(standard.instead(closed)).contains("an account that is not closed");
  }

  private static Account account(String code, Account.Type type, boolean control) {
    return new Account(new AccountCode(code), "A", type, control);
  }
}
