package org.millrace.exchange.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.shared.Refused;

/** A file has the rows that were told with it, or nothing of it is imported. */
class ControlTotalsTest {
  private static final List<String> COLUMNS = List.of("quantity", "price");

  /** Two rows that count, of 3 at 2.50 and of 4 at "x". */
  private static void check(ControlTotals totals) {
    List<Row> rows = List.of(new Row(2, List.of("3", "2.50")), new Row(3, List.of("4", "x")));
    var each = rows.iterator();
    Table table =
        new Table() {
          @Override
          public List<String> header() {
            return COLUMNS;
          }

          @Override
          public Optional<Row> next() {
            return each.hasNext() ? Optional.of(each.next()) : Optional.empty();
          }

          @Override
          public void close() {}
        };
    totals.check(
        table,
        new ControlTotals.Reading(
            UnaryOperator.identity(),
            row -> List.of(Map.of("quantity", row.cells().get(0), "price", row.cells().get(1))),
            COLUMNS));
  }

  private static ControlTotals told(long rows, String sumOf, String sum) {
    return new ControlTotals(
        Optional.of(rows), Optional.of(sumOf), Optional.of(new BigDecimal(sum)));
  }

  @Test
  void passesWhatIsTold() {
    check(told(2, "quantity", "7"));
    check(told(2, "quantity*price", "7.5"));
  }

  @Test
  void tellsWhatTheFileHas() {
    assertThatThrownBy(() -> check(told(3, "quantity", "7.01")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("expectedRows is '3', expected 2, as the file has")
        .hasMessageContaining("expectedSum is '7.01', expected 7, as the file has");
    assertThatThrownBy(() -> check(told(2, "weight", "1")))
        .hasMessageContaining("sumOf is 'weight', expected one of quantity, price");
    assertThatThrownBy(
            () -> new ControlTotals(Optional.empty(), Optional.of("price"), Optional.empty()))
        .hasMessageContaining("expectedSum");
  }

  @Test
  void importsNothingOfAnotherFile() {
    TestingCore core = TestingCore.running();
    String base = "/api/companies/" + core.newCompany();
    String file = "code,name\nA,A\nB,B\n";
    core.post(base + "/imports/locations?file=a.csv&expectedRows=3", file).expecting(422);
    assertThat(core.get(base + "/exports/locations").expecting(200).body()).doesNotContain("B,B");
    core.post(base + "/imports/locations?file=a.csv&expectedRows=2", file).expecting(200);
    assertThat(core.get(base + "/exports/locations").expecting(200).body()).contains("B,B");
  }
}
