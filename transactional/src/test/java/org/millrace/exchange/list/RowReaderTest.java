package org.millrace.exchange.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.json.Json;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

class RowReaderTest {
  private final RowReader reader = new RowReader(Json.mapper());

  record Asked(String orderedBy, Optional<String> note, List<Line> lines) {}

  record Line(ItemCode item, Quantity orderedQuantity) {}

  private Asked read(List<Map<String, String>> rows) {
    return reader.read(rows, List.of("lines"), Asked.class);
  }

  @Test
  void rowsOfOneDocumentAreItsLines() {
    Asked asked =
        read(
            List.of(
                Map.of("ordered_by", "Ann", "lines.item", "RIM", "lines.ordered_quantity", "2"),
                Map.of("ordered_by", "", "lines.item", "BELL", "lines.ordered_quantity", "1.5"),
                Map.of("ordered_by", "Ann", "lines.item", "", "lines.ordered_quantity", "")));
    assertThat(asked.orderedBy()).isEqualTo("Ann");
    assertThat(asked.note()).isEmpty();
    assertThat(asked.lines())
        .containsExactly(
            new Line(new ItemCode("RIM"), Quantity.of(2)),
            new Line(new ItemCode("BELL"), Quantity.of(new java.math.BigDecimal("1.5"))));
  }

  @Test
  void namesTheColumnOfALineThatCannotBeRead() {
    assertThatThrownBy(
            () ->
                read(
                    List.of(
                        Map.of(
                            "ordered_by", "Ann",
                            "lines.item", "RIM",
                            "lines.ordered_quantity", "two"))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problems().get(0).field()).isEqualTo("lines.1.ordered_quantity");
              assertThat(refused.problems().get(0).expected()).contains("a number");
            });
  }

  @Test
  void refusesRowsOfOneDocumentThatDiffer() {
    assertThatThrownBy(
            () ->
                read(
                    List.of(
                        Map.of("ordered_by", "Ann", "lines.item", "RIM"),
                        Map.of("ordered_by", "Bob", "lines.item", "BELL"))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems().get(0).expected())
                    .isEqualTo("Ann, as in its first row"));
  }

  record Priced(ItemCode item, Quantity quantity) {
    Priced {
      new Problems()
          .require(item.value().length() < 5, "item", item, "a short code")
          .require(quantity.isPositive(), "quantity", quantity, "more than 0")
          .refuse("The line cannot be used");
    }
  }

  record Lines(List<Priced> lines) {}

  @Test
  void tellsAllThatIsWrongWithALine() {
    Map<String, String> good = Map.of("lines.item", "RIM", "lines.quantity", "1");
    Map<String, String> bad = Map.of("lines.item", "SADDLE", "lines.quantity", "-1");
    assertThatThrownBy(() -> reader.read(List.of(good, bad), List.of("lines"), Lines.class))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        new Problem("lines.2.item", "SADDLE", "a short code"),
                        new Problem("lines.2.quantity", "-1", "more than 0")));
    assertThatThrownBy(() -> reader.read(Map.of("item", "SADDLE", "quantity", "-1"), Priced.class))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::field)
                    .containsExactly("item", "quantity"));
  }

  @Test
  void readsSeveralWordsOfOneCellWithEitherComma() {
    record Named(List<ItemCode> items) {}
    assertThat(reader.read(Map.of("items", "RIM, BELL，LAMP"), Named.class).items())
        .containsExactly(new ItemCode("RIM"), new ItemCode("BELL"), new ItemCode("LAMP"));
  }
}
