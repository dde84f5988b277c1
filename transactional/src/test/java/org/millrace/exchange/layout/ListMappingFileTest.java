package org.millrace.exchange.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Refused;

class ListMappingFileTest {
  private static final String GOOD =
      """
      name: shop
      kind: sales-orders
      header: 3
      dates: ["dd.MM.yyyy", serial1904]
      files:
        buyers: {file: Buyers.csv, key: Id, by: Buyer}
      where:
        State: {not: [draft]}
      columns:
        number: No
        customer: buyers.Code
        lines.item: {column: Article, between: ["[", "]"]}
        lines.quantity: Qty
        lines.unit_price: {column: Amount, per: Qty}
      """;

  @Test
  void readsWhatAMappingSays() {
    ListMapping mapping = ListMappingFile.read(GOOD);
    assertThat(mapping.kind()).isEqualTo("sales-orders");
    assertThat(mapping.form().header().line()).contains(3);
    assertThat(mapping.asked(java.util.Optional.empty()))
        .containsExactly("Amount", "Article", "Buyer", "No", "Qty", "State");
    assertThat(mapping.asked(java.util.Optional.of("buyers"))).containsExactly("Code", "Id");
  }

  @Test
  void tellsAllThatIsWrongWithItsLine() {
    String wrong =
        GOOD.replace("header: 3", "header: top")
            .replace("key: Id, ", "")
            .replace("per: Qty", "pro: Qty")
            .replace("lines.quantity: Qty", "lines.quantity: {column: Qty, constant: 1}")
            .replace("kind: sales-orders", "kind: ''");
    assertThatThrownBy(() -> ListMappingFile.read(wrong))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems().stream().map(p -> p.field()).toList())
                    .containsExactlyInAnyOrderElementsOf(
                        List.of(
                            "kind, line 2",
                            "header, line 3",
                            "files.buyers.key, line 6",
                            "columns.lines.quantity.column, line 13",
                            "columns.lines.unit_price.pro, line 14")))
        .hasMessageContaining("the line that names the columns");
  }

  @Test
  void refusesColumnsThatTheListHasNot() {
    assertThatThrownBy(
            () ->
                ListMappingFile.read(GOOD)
                    .requireFits(
                        "quotations", List.of("customer", "valid_until"), List.of("number")))
        .hasMessageContaining("kind is 'sales-orders', expected quotations")
        .hasMessageContaining("columns.lines.item is 'lines.item', expected one of number")
        .hasMessageContaining("columns.valid_until is '', expected a column, or a constant");
  }
}
