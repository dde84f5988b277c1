package org.millrace.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  /** Each is a mapping that would be taken without that line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "currency: EURO        | currency is 'EURO', expected an ISO 4217 code",
        "charset: UTF-9        | charset is 'UTF-9', expected a character set",
        "delimiter: '\"'       | delimiter is '\"', expected a comma, a semicolon or the like",
        "delimiter: x          | delimiter is 'x', expected a comma, a semicolon or the like",
        "delimiter: ';;'       | delimiter is ';;', expected a single character",
        "decimal: '5'          | decimal is '5', expected a point, a comma or the like",
        "decimal: ''           | decimal is '', expected a single character",
        "thousands: '0'        | thousands is '0', expected another character than the decimal .",
        "dates: yyyy-MM-dd     | dates is 'yyyy-MM-dd', expected a list",
        "dates: [yyyy-Q-W-b]   | dates is 'yyyy-Q-W-b', expected a form like yyyy-MM-dd HH:mm",
        "wholeNumbers: number  | wholeNumbers is 'number', expected a list",
        "wholeNumbers: [Bon]   | wholeNumbers is 'Bon', expected amount, country",
        "rules: {services: P}  | rules.services is 'P', expected a list",
        "rules: {zeroPrice: no}| rules.zeroPrice is 'no', expected stock-adjustment or sale",
        "rules: {customerName: X} | rules.customerName is 'X', expected a text with {code}",
        "rules: {walkin: yes}  | rules.walkin is 'yes', expected one of [badDebtPrefix",
        "colums: {}            | colums is '{}', expected one of [charset, columns",
        "name: ' '             | name is ' ', expected a name"
      })
  void saysWhichLineIsWrongAndWhatWasExpected(String line, String problem) {
    String key = line.substring(0, line.indexOf(':') + 1);
    String others = LEAST.lines().filter(l -> !l.startsWith(key)).collect(Collectors.joining("\n"));
    assertThatThrownBy(() -> MappingFile.read(others + "\n" + line))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problems()).as(line).isNotEmpty())
        .hasMessageStartingWith("The mapping cannot be used: ")
        .hasMessageContaining(problem);
  }

  @Test
  void tellsAWrongCurrencyTogetherWithAllElse() {
    assertThatThrownBy(() -> MappingFile.read("name: x\ncurrency: EURO\ncharset: UTF-9\n"))
        .hasMessageContaining("currency is 'EURO'")
        .hasMessageContaining("charset is 'UTF-9'")
        .hasMessageContaining("columns.number is ''");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a list", "- a\n- b", "{", "columns: [a]", "rules: none"})
  void readsKeysWithValuesAlone(String yaml) {
    assertThatThrownBy(() -> MappingFile.read(yaml))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("The mapping cannot be read: ");
  }

  @Test
  void knowsServicesByTheirCodesInWhateverCase() {
    Mapping.Rules rules =
        MappingFile.read(LEAST + "rules: {services: [POST, 'gift*'], creditNotePrefix: C}\n")
            .rules();
    assertThat(List.of("post", "POST", "Gift_001", "GIFT")).allMatch(rules::isService);
    assertThat(List.of("POSTER", "a gift", "POS")).noneMatch(rules::isService);
    assertThat(rules.isCreditNote("C536379")).isTrue();
    assertThat(rules.isCreditNote("c536379") || rules.isBadDebt("A1")).isFalse();
  }
}
