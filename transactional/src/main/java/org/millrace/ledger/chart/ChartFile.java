package org.millrace.ledger.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.ChartAccount;

/**
 * Charts as files: {@code charts/prc.csv} has a line for each account, with the columns of the
 * import of accounts and no quotes.
 */
final class ChartFile {
  /** The charts that a company can begin with. */
  enum Name {
    /** The standard one, in the style of IFRS. */
    IFRS,
    /** That of the Chinese accounting standards for enterprises. */
    PRC,
    /** None: its accounts come by import. */
    OWN
  }

  private ChartFile() {}

  /** The accounts of a chart; none of those that have no file. */
  static List<ChartAccount> of(Name name) {
    String file = "/charts/" + name.name().toLowerCase(Locale.ROOT) + ".csv";
    try (InputStream in = ChartFile.class.getResourceAsStream(file)) {
      if (in == null) {
        return List.of();
      }
      List<ChartAccount> accounts = new ArrayList<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(each -> accounts.add(row(each)));
      return accounts;
    } catch (IOException e) {
      throw new UncheckedIOException("The chart " + name + " cannot be read", e);
    }
  }

  /** Code, name, Chinese name, type, control, roles, reports as. */
  private static ChartAccount row(String[] row) {
    return new ChartAccount(
        new AccountCode(row[0]),
        row[1],
        Optional.of(row[2]),
        Account.Type.valueOf(row[3].toUpperCase(Locale.ROOT)),
        row[4].equals("true"),
        false,
        Optional.of(row[5]).filter(words -> !words.isEmpty()),
        Optional.of(row[6]).filter(code -> !code.isEmpty()).map(AccountCode::new));
  }
}
