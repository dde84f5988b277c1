package org.millrace.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class GoldTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("company", StringType.STRING)
          .add("month", DateType.DATE)
          .add("invoices", LongType.LONG)
          .add("net_revenue", new DecimalType(18, 2));

  @TempDir Path lake;
  private Gold gold;

  @BeforeEach
  void opens() {
    String root = Path.of("..").toAbsolutePath().normalize().toString();
    gold = Gold.of(Map.of("MILLRACE_ROOT", root, "MILLRACE_LAKE", lake.toString()));
  }

  @Test
  void tellsWhatColumnsMeanInBothLanguages() {
    Table english = gold.describe("sales_monthly", "en");
    assertThat(english.stringColumn("column").asList()).startsWith("company", "month");
    assertThat(english.stringColumn("label").asList()).contains("Net revenue");
    assertThat(gold.describe("sales_monthly", "zh").stringColumn("label").asList()).contains("净收入");
  }

  private static Object[] row(String company, int month, Long invoices, String revenue) {
    int day = (int) LocalDate.of(2026, month, 1).toEpochDay();
    return new Object[] {company, day, invoices, new BigDecimal(revenue)};
  }

  private void twoVersions() throws IOException {
    TestingDelta table = new TestingDelta(lake.resolve("gold/sales_monthly"), SCHEMA);
    table.replace(row("SHOP", 1, 3L, "10.50"), row("SHOP", 2, 4L, "20.25"));
    table.replace(row("SHOP", 3, null, "99.99"));
  }

  @Test
  void readsTheNewestVersionAndNoRemovedFile() throws IOException {
    twoVersions();

    Table table = gold.read("sales_monthly");

    assertThat(table.rowCount()).isEqualTo(1);
    assertThat(table.dateColumn("month").get(0)).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(table.longColumn("invoices").isMissing(0)).isTrue();
    assertThat(table.doubleColumn("net_revenue").get(0)).isEqualTo(99.99);
    assertThat(gold.version("sales_monthly")).isEqualTo(1);
  }

  @Test
  void readsAnEarlierVersionAndOnlyTheColumnsNamed() throws IOException {
    twoVersions();

    Table table = gold.readVersion("sales_monthly", 0, "net_revenue");

    assertThat(table.columnNames()).containsExactly("net_revenue");
    assertThat(table.doubleColumn(0).sum()).isEqualTo(30.75);
  }

  @Test
  void saysWhatToDoWhenTheTableIsNotThere() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> gold.read("sales_monthly"))
        .withMessageStartingWith("No table sales_monthly under " + lake)
        .withMessageEndingWith("start the instance (./millrace up) and post or import documents");
  }

  @Test
  void refusesAColumnThatIsNotThere() throws IOException {
    twoVersions();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> gold.read("sales_monthly", "profit"))
        .withMessage(
            "Table sales_monthly has no column profit; it has [company, month, invoices,"
                + " net_revenue]");
  }

  @Test
  void refusesAnEnvironmentWithoutALake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gold.of(Map.of("MILLRACE_ROOT", "..")))
        .withMessageStartingWith("MILLRACE_LAKE is not set");
  }
}
