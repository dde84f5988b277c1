package org.millrace.exchange.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.millrace.exchange.answer.ImportedRows;

/** A public shop history as it is: amounts of lines with fractions of a cent, orders apart. */
class SuperstoreTest {
  private static final Path FILE = Path.of("../../shared/data/superstore.csv.xz");
  private static final String MAPPING =
      """
      name: superstore
      currency: USD
      columns: {number: Order ID, item: Product ID, description: Product Name, quantity: Quantity,
        amount: Sales, date: Order Date, customer: Customer ID, country: Country}
      dates: ["yyyy-MM-dd"]
      """;

  @Test
  void isImportedWithoutPreparation() {
    assumeTrue(
        Files.isRegularFile(FILE),
        "Skipped: the real data is not at " + FILE.toAbsolutePath().normalize());
    TestingImport shop = new TestingImport().by(MAPPING);
    Finished end = shop.imported("superstore.csv.xz", FILE, ImportRequest.Mode.KEEP);
    assertThat(end.rows()).isEqualTo(new ImportedRows(9_994, 9_994, 0, 0, 0));
    assertThat(end.documents()).isEqualTo(5_009);
    assertThat(sum(end, Control.Line::fileAmount)).isEqualByComparingTo("2297200.8603");
    assertThat(sum(end, Control.Line::ledgerAmount)).isEqualByComparingTo("2297201.07");
    assertThat(end.agrees()).isTrue();
    assertThat(shop.count("select count(*) from sales.invoice where company = ?")).isEqualTo(5_009);
  }

  private static BigDecimal sum(Finished end, Function<Control.Line, BigDecimal> side) {
    return end.control().stream().map(side).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
