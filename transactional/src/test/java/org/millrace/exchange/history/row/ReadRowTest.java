package org.millrace.exchange.history.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.mapping.MappingFile;
import org.millrace.exchange.reject.Rejects.NewReject;

/** What a mapping reads out of one row of a sales history, cell by cell. */
class ReadRowTest {
  private static final LocalDateTime LATEST = LocalDateTime.parse("2026-03-02T09:00:00");

  /** A row that fits, by column. */
  private static final Map<String, String> GOOD =
      Map.of(
          "No", "536365",
          "Item", "BELL",
          "Name", "Bell",
          "Qty", "6",
          "Day", "2026-03-01",
          "Price", "2.55",
          "Who", "17850",
          "Land", "France");

  private static final String MAPPING =
      """
      name: till
      currency: EUR
      columns: {number: No, item: Item, description: Name, quantity: Qty, date: Day,
        unitPrice: Price, customer: Who, country: Land}
      dates: [dd.MM.yyyy]
      """;

  @Test
  void readsARowThatFits() {
    SalesRow row = read(MAPPING, Map.of());
    assertThat(row.number()).isEqualTo("536365");
    assertThat(row.goods().description()).isEqualTo("Bell");
    assertThat(row.goods().unit().value()).isEqualTo("pcs");
    assertThat(row.exactAmount()).isEqualByComparingTo("15.30");
    assertThat(row.customer()).contains("17850");
    assertThat(read(MAPPING, Map.of("Who", "")).customer()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decimal: '.'                          | 1234.5        | 1234.5",
        "decimal: '.'                          | -0.50         | -0.5",
        "decimal: '.'                          | +7            | 7",
        "{decimal: ',', thousands: '.'}        | 1.234,5       | 1234.5",
        "{decimal: ',', thousands: '.'}        | 1234,5        | 1234.5",
        "{decimal: '.', thousands: ','}        | 1,234,567     | 1234567",
        "{decimal: ',', thousands: ' '}        | 1\u00A0234,5  | 1234.5",
        "{decimal: ',', thousands: ' '}        | 1\u202F234,5  | 1234.5",
        "{decimal: '.', thousands: \"'\"}      | 1\u2019234.5  | 1234.5",
        "decimal: '.'                          | 957.5774999999999 | 957.5775",
        "decimal: '.'                          | 0.30000000000000004 | 0.3"
      })
  void readsNumbersAsTheFileWritesThem(String form, String cell, String quantity) {
    String more = form.replaceAll("[{}]", "").replace(", thousands", "\nthousands");
    SalesRow row = read(MAPPING + more + "\n", Map.of("Qty", cell, "Price", "2"));
    assertThat(row.quantity()).isEqualByComparingTo(quantity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.5  | not a number              | a number like 12.50",
        "1.2.3    | not a number              | a number like 12.50",
        "1e3      | not a number              | a number like 12.50",
        "6 pcs    | not a number              | a number like 12.50",
        "''       | not a number              | a number like 12.50",
        "0.00001  | too exact or too large    | at most 4 decimals and at most 1000000000",
        "1000000001 | too exact or too large  | at most 4 decimals and at most 1000000000",
        "0.0      | nothing                   | a quantity other than 0"
      })
  void saysWhyAQuantityIsNone(String cell, String reason, String expected) {
    NewReject reject = rejected(MAPPING, Map.of("Qty", cell));
    assertThat(List.of(reject.field(), reject.value(), reject.reason(), reject.expected()))
        .containsExactly("Qty", cell, reason, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "01.03.2026,          2026-03-01T00:00",
    "2026-03-01,          2026-03-01T00:00",
    "2026-03-01 10:05:00, 2026-03-01T10:05",
    "2026-03-01T10:05,    2026-03-01T10:05",
    "2026-03-01T10:05:06.789Z, 2026-03-01T10:05:06.789"
  })
  void readsDatesOfTheMappingAndThoseThatNobodyMistakes(String cell, LocalDateTime moment) {
    assertThat(read(MAPPING, Map.of("Day", cell)).date()).isEqualTo(moment);
  }

  @Test
  void countsDaysWhereTheMappingSaysSo() {
    String counted = MAPPING.replace("dates: [dd.MM.yyyy]", "dates: [serial]");
    assertThat(read(counted, Map.of("Day", "46082.75")).date()).isEqualTo("2026-03-01T18:00");
    assertThat(rejected(MAPPING, Map.of("Day", "46082.75")).reason()).isEqualTo("not a date");
  }

  @ParameterizedTest
  @CsvSource({
    "31.02.2026, not a date, a date like dd.MM.yyyy",
    "3/1/2026, not a date, a date like dd.MM.yyyy",
    "'', not a date, a date like dd.MM.yyyy",
    "01.03.0206, not a date of business, a day from 1900-01-01 to 2999-12-31",
    "03.03.2026, in the future, a moment that has passed"
  })
  void saysWhyADateIsNone(String cell, String reason, String expected) {
    NewReject reject = rejected(MAPPING, Map.of("Day", cell));
    assertThat(List.of(reject.field(), reject.reason(), reject.expected()))
        .containsExactly("Day", reason, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "No, '', empty, a value",
    "Item, '', empty, a value",
    "Land, '', empty, a value",
    "Price, -1, below 0, a price of 0 or more"
  })
  void saysWhichCellLacksWhat(String column, String cell, String reason, String expected) {
    NewReject reject = rejected(MAPPING, Map.of(column, cell));
    assertThat(List.of(reject.field(), reject.reason(), reject.expected()))
        .containsExactly(column, reason, expected);
    assertThat(rejected(MAPPING, Map.of("Item", "x".repeat(51))).reason()).isEqualTo("not a code");
    assertThat(rejected(MAPPING, Map.of("No", "A\tB")).reason()).isEqualTo("not a code");
  }

  /** 5 % off 6 at 2.55 is 14.535; 6 at 2.4225 come to it. */
  @ParameterizedTest
  @CsvSource({
    "fraction, 0.05, 2.4225, 14.535",
    "percent,  5,    2.4225, 14.535",
    "amount,   0.3,  2.5,    15",
    "amount,   '',   2.55,   15.3",
    "percent,  100,  0,      0"
  })
  void takesTheDiscountOffTheLine(String kind, String discount, String each, String line) {
    SalesRow row = read(discounted(kind), Map.of("Off", discount));
    assertThat(row.unitPrice()).isEqualByComparingTo(each);
    assertThat(row.exactAmount()).isEqualByComparingTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "fraction, 1.01, 0 to 1",
    "percent, 101, 0 to 100",
    "amount, 15.31, 0 to 15.3",
    "amount, -1, 0 to 15.3"
  })
  void saysHowLargeADiscountMayBe(String kind, String discount, String expected) {
    NewReject reject = rejected(discounted(kind), Map.of("Off", discount));
    assertThat(List.of(reject.field(), reject.reason(), reject.expected()))
        .containsExactly("Off", "not a discount", expected);
  }

  @Test
  void makesThePriceOfOneOfAnAmount() {
    String amounts = MAPPING.replace("unitPrice: Price", "amount: Price");
    SalesRow row = read(amounts, Map.of("Qty", "3", "Price", "10"));
    assertThat(row.unitPrice()).isEqualByComparingTo("3.333333");
    assertThat(row.exactAmount()).isEqualByComparingTo("10");
    NewReject reject = rejected(amounts, Map.of("Qty", "1000000", "Price", "10.01"));
    assertThat(reject.reason()).isEqualTo("no price of one unit comes to 10.01");
    String one = amounts.replace("quantity: Qty, ", "") + "constants: {quantity: 1}\n";
    assertThat(read(one, Map.of("Price", "-10")).quantity()).isEqualByComparingTo("-1");
    assertThat(read(one, Map.of("Price", "-10")).unitPrice()).isEqualByComparingTo("10");
  }

  @Test
  void isAsLongAsTheHeader() {
    ReadRow reader = reader(MAPPING, header(GOOD));
    List<String> cells = cells(GOOD);
    assertThat(why(reader.read(new Row(7, cells.subList(1, 8)))).reason()).isEqualTo("too short");
    List<String> more = new ArrayList<>(cells);
    more.add(" ");
    assertThat(reader.read(new Row(7, more))).isInstanceOf(RowReading.Read.class);
    more.add("x");
    assertThat(why(reader.read(new Row(7, more))).value()).isEqualTo("10 cells");
  }

  @Test
  void needsTheColumnsOfItsMapping() {
    assertThatThrownBy(() -> reader(MAPPING, List.of("No", "Item", "Name", "Qty", "Day", "Price")))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageStartingWith("till.csv does not fit the mapping 'till': column ")
        .hasMessageContaining("Who (customer)")
        .hasMessageContaining("Land (country)")
        .hasMessageContaining("The file has: No, Item, Name, Qty, Day, Price.");
  }

  /** Equal rows are known by what they say, in whatever form a file writes it. */
  @Test
  void isTheSameRowHoweverItIsWritten() {
    SalesRow one = read(MAPPING, Map.of());
    SalesRow other =
        read(MAPPING, Map.of("Qty", "6.000", "Day", "01.03.2026", "Price", "2.550000"));
    assertThat(other.hash()).isEqualTo(one.hash());
    assertThat(
            List.of(
                Map.of("Qty", "7"),
                Map.of("Price", "2.56"),
                Map.of("Day", "2026-02-28"),
                Map.of("Who", ""),
                Map.of("Name", "bell")))
        .noneMatch(changed -> read(MAPPING, changed).hash().equals(one.hash()));
  }

  private static String discounted(String kind) {
    return MAPPING.replace("customer: Who", "discount: Off, customer: Who")
        + "rules: {discount: "
        + kind
        + "}\n";
  }

  private static SalesRow read(String mapping, Map<String, String> changed) {
    RowReading reading = reading(mapping, changed);
    assertThat(reading).isInstanceOf(RowReading.Read.class);
    return ((RowReading.Read) reading).row();
  }

  private static NewReject rejected(String mapping, Map<String, String> changed) {
    return why(reading(mapping, changed));
  }

  private static NewReject why(RowReading reading) {
    assertThat(reading).isInstanceOf(RowReading.Unreadable.class);
    return ((RowReading.Unreadable) reading).reject();
  }

  private static RowReading reading(String mapping, Map<String, String> changed) {
    Map<String, String> row = new TreeMap<>(GOOD);
    row.putAll(changed);
    return reader(mapping, header(row)).read(new Row(7, cells(row)));
  }

  private static ReadRow reader(String mapping, List<String> header) {
    return new ReadRow(MappingFile.read(mapping), header, "till.csv", LATEST);
  }

  private static List<String> header(Map<String, String> row) {
    return List.copyOf(new TreeMap<>(row).keySet());
  }

  private static List<String> cells(Map<String, String> row) {
    return List.copyOf(new TreeMap<>(row).values());
  }
}
