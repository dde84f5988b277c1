package org.millrace.exchange.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real week with a month's end: sales by month and country equal the file's, to the penny. */
class OnlineRetailWeekTest {
  private static final Path DATA = Path.of("../../shared/data");
  private static final List<String> WEEK =
      List.of("2011-02-27", "2011-02-28", "2011-03-01", "2011-03-02", "2011-03-03");

  @Test
  void equalsTheFileByMonthAndCountryToThePenny(@TempDir Path folder) throws Exception {
    Path days = unpacked(folder);
    TestingImport history = new TestingImport();
    Map<String, BigDecimal> expected = new TreeMap<>();
    for (String day : WEEK) {
      Path file = days.resolve(day + ".csv");
      add(expected, file);
      assertThat(history.imported(day + ".csv", file, ImportRequest.Mode.KEEP).agrees()).isTrue();
    }
    Map<String, BigDecimal> booked = new TreeMap<>();
    history
        .core()
        .jdbc()
        .sql(
            """
            select to_char(i.invoice_date, 'YYYY-MM') || ' ' || i.customer_country as place,
              sum(l.credit - l.debit) as amount
            from ledger.entry e
            join ledger.line l on l.company = e.company and l.entry = e.number
            join sales.invoice i on i.company = e.company and i.number = e.document_number
            where e.company = ? and e.document_domain = 'sales' and l.account in ('4000', '4100')
            group by 1
            """)
        .param(history.company().value())
        .query(
            row -> {
              booked.put(row.getString("place"), row.getBigDecimal("amount"));
            });
    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(booked).isEqualTo(expected);
  }

  /** The second opinion: split at commas outside quotes, nothing of the import's code. */
  private static void add(Map<String, BigDecimal> sums, Path file) throws IOException {
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      BigDecimal price = new BigDecimal(cells[5]);
      if (!cells[0].startsWith("A") && price.signum() != 0) {
        BigDecimal net = new BigDecimal(cells[3]).multiply(price).setScale(2, RoundingMode.HALF_UP);
        sums.merge(cells[4].substring(0, 7) + " " + cells[7].trim(), net, BigDecimal::add);
      }
    }
  }

  private static Path unpacked(Path folder) throws Exception {
    assumeTrue(
        Files.isDirectory(DATA),
        "Skipped: the real data is not at " + DATA.toAbsolutePath().normalize());
    try (Stream<Path> files = Files.list(DATA)) {
      Path archive =
          files
              .filter(f -> f.getFileName().toString().startsWith("online-retail"))
              .findFirst()
              .orElseThrow();
      Process tar =
          new ProcessBuilder("tar", "-xJf", archive.toString(), "-C", folder.toString())
              .inheritIO()
              .start();
      assertThat(tar.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(f -> f.getFileName().toString().equals(WEEK.get(0) + ".csv"))
          .findFirst()
          .orElseThrow()
          .getParent();
    }
  }
}
