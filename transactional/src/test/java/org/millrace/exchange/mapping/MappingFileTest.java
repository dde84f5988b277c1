package org.millrace.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Refused;

class MappingFileTest {
  private static final String LEAST =
      """
      name: till
      currency: EUR
      columns: {number: Bon, date: Day, amount: Sum}
      constants: {item: SALES, quantity: 1, country: Germany}
      dates: [serial]
      """;

  @Test
  void constantsMakeUpForColumns() {
    Mapping mapping = MappingFile.read(LEAST);
    assertThat(mapping.columns()).hasSize(3).containsEntry(Field.AMOUNT, "Sum");
    assertThat(mapping.constants())
        .isEqualTo(Map.of(Field.ITEM, "SALES", Field.QUANTITY, "1", Field.COUNTRY, "Germany"));
  }

  @Test
  void tellsAllThatIsMissingOrTwice() {
    assertThatThrownBy(
            () ->
                MappingFile.read(
                    """
                    name: x
                    currency: EUR
                    thousands: "."
                    columns: {item: I, number: N, unitPrice: P, amount: A}
                    constants: {item: S, number: 1}
                    dates: [yyyy]
                    rules: {discount: some}
                    """))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("columns.quantity is '', expected a column, or a value in constants")
        .hasMessageContaining("columns.date is '', expected a column;")
        .hasMessageContaining("constants.item is 'S', expected either a column or a constant")
        .hasMessageContaining("constants.number is '1', expected a column of the file")
        .hasMessageContaining("expected a column for either unitPrice or amount")
        .hasMessageContaining("thousands is '.', expected another character than the decimal")
        .hasMessageContaining("rules.discount is 'some', expected fraction or percent or amount");
  }
}
