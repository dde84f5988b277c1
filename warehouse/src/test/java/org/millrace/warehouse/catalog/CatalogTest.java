package org.millrace.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  private static final String TABLE =
      """
      label: {en: Lamps, zh: 灯}
      grain: {en: One row per lamp, zh: 每盏灯一行}
      key: [company, lamp]
      owner: sales
      readers: sales
      sensitive: [watts]
      refresh: batched
      partition: [company]
      events:
        - sales.lamp-lit
      keep: newest
      sequence: watts
      sources: [bronze.events]
      late_data: None.
      known_holes: None.
      columns:
        company:
          type: string
          label: {en: Company, zh: 公司}
          meaning: {en: Company code, zh: 公司代码}
        lamp:
          type: string
          label: {en: Lamp, zh: 灯}
          meaning: {en: Lamp code, zh: 灯的代码}
        watts:
          type: bigint
          label: {en: Power, zh: 功率}
          meaning: {en: Power it takes, zh: 耗用功率}
          unit: W
      """;
  private static final String CHECKS =
      """
      checks:
        - {name: key-unique, severity: stop, unique: [company, lamp]}
        - {name: key-present, severity: stop, present: [company, lamp]}
        - {name: fresh, severity: warn, fresh_minutes: 60}
      """;

  @TempDir private Path root;
  private Path lamp;

  @BeforeEach
  void layTheFolder() throws IOException {
    write(
        "event/bronze/events",
        TABLE.replace("refresh: batched", "refresh: batched\nwriter: flink"));
    lamp = write("sales/silver/lamp", TABLE);
    Files.writeString(lamp.resolve("load.sql"), "SELECT * FROM events");
    Files.createDirectories(lamp.resolve("cases"));
  }

  @Test
  void readsEveryTableOfTheCheckout() {
    Catalog catalog = Catalog.read(Path.of("tables"));

    assertThat(catalog.tables(Layer.GOLD)).hasSizeGreaterThan(20);
    assertThat(catalog.named("gold.sales_monthly").key())
        .containsExactly("company", "month", "country", "currency");
  }

  /** The maxima of the core, which its README tells: every stage after it has room for them. */
  @Test
  void hasRoomForTheLargestNumbersOfTheCore() {
    Map<String, String> room =
        Map.of(
            "qty", "decimal(18,[46])",
            "quantity", "decimal(18,[46])",
            "amount", "decimal(18,2)",
            "original_amount", "decimal(18,4)", // of any currency, some with three decimals
            "debit", "decimal(18,2)",
            "credit", "decimal(18,2)",
            "price", "decimal(18,6)",
            "cost", "decimal(18,6)");
    for (Table table : Catalog.read(Path.of("tables")).tables()) {
      for (Column column : table.columns()) {
        String last = column.name().substring(column.name().lastIndexOf('_') + 1);
        String word = room.containsKey(column.name()) ? column.name() : last;
        if (room.containsKey(word) && column.type().lake().startsWith("decimal")) {
          assertThat(column.type().lake())
              .as("%s.%s", table.name(), column.name())
              .matches(room.get(word).replace("(", "\\(").replace(")", "\\)"));
        }
      }
    }
  }

  @Test
  void givesAShownTableTheColumnsOfTheOther() {
    Catalog catalog = Catalog.read(Path.of("tables"));

    assertThat(catalog.named("gold.journal_line").columns())
        .isEqualTo(catalog.named("silver.journal_line").columns());
  }

  @Test
  void readsASoundFolder() {
    Table table = Catalog.read(root).named("silver.lamp");

    assertThat(table.column("watts").orElseThrow().unit()).contains("W");
    assertThat(table.filling()).isInstanceOf(Filling.FromEvents.class);
    assertThat(table.checks()).hasSize(3);
  }

  @Test
  void namesTheLineOfAnUnknownField() throws IOException {
    refuses("owner: sales", "owner: sales\ncolour: red", "table.yaml:5: unknown field 'colour'");
  }

  @Test
  void knowsWhoMayReadATableAndWhichColumnsAreSensitive() {
    Catalog catalog = Catalog.read(Path.of("tables"));

    assertThat(catalog.named("gold.trial_balance").access().readers()).isEqualTo("ledger");
    assertThat(catalog.named("gold.quarantine").access().readers()).isEqualTo("ledger");
    assertThat(catalog.named("gold.sales_monthly").access())
        .isEqualTo(new Table.Access("sales", List.of("cost_amount")));
    assertThat(catalog.named("gold.sales_invoice").access())
        .as("what the shown table hides stays hidden")
        .isEqualTo(new Table.Access("sales", List.of("cost_amount")));
  }

  @Test
  void refusesATableWithoutReaders() throws IOException {
    refuses("readers: sales\n", "", "table.yaml:1: readers is missing");
  }

  @Test
  void refusesReadersThatAreNoDomain() throws IOException {
    refuses(
        "readers: sales",
        "readers: everybody",
        "table.yaml:1: readers is 'everybody'; write the domain whose readers may see the table,"
            + " one of event, sales");
  }

  @Test
  void refusesASensitiveColumnThatIsNone() throws IOException {
    refuses(
        "sensitive: [watts]",
        "sensitive: [volts]",
        "table.yaml:6: sensitive column 'volts' is no column; correct its name");
  }

  @Test
  void saysEverythingOfAColumnInBothLanguages() {
    Catalog catalog = Catalog.read(Path.of("tables"));
    Column status = catalog.named("gold.sales_order").column("status").orElseThrow();

    assertThat(status.label()).isEqualTo(new Wording("Status", "状态"));
    assertThat(status.words())
        .containsEntry("delivered", new Wording("delivered", "已交货"))
        .hasSize(4);
    assertThat(catalog.named("gold.trial_balance").column("account_name").orElseThrow().words())
        .as("said once, by the journal lines")
        .containsEntry("Wages", new Wording("Wages", "工资"));
    assertThat(catalog.named("gold.sales_order").label().in("zh")).isEqualTo("销售订单");
  }

  @Test
  void knowsWhereTheRowsOfADocumentAre() {
    Catalog catalog = Catalog.read(Path.of("tables"));

    assertThat(catalog.documents("credit-note").orElseThrow().sql())
        .isEqualTo("gold.sales_invoice");
    assertThat(catalog.documents("entry").orElseThrow().sql()).isEqualTo("gold.journal_line");
    assertThat(catalog.documents("lamp")).isEmpty();
    assertThat(catalog.named("gold.sales_invoice").use().search())
        .containsExactly("number", "source_number", "customer", "customer_name");
    assertThat(catalog.named("gold.sales_invoice").use().order())
        .containsExactly(new Table.Sort("invoice_date", true), new Table.Sort("number", false));
  }

  @Test
  void saysEveryMeaningInChineseSigns() {
    for (Table table : Catalog.read(Path.of("tables")).tables()) {
      assertThat(table.about().grain().zh()).as(table.sql()).matches("(?s).*\\p{IsHan}.*");
      for (Column column : table.columns()) {
        assertThat(column.meaning().zh())
            .as("%s.%s", table.sql(), column.name())
            .matches("(?s).*\\p{IsHan}.*");
      }
    }
  }

  @Test
  void refusesATableWithoutALabel() throws IOException {
    refuses(
        "label: {en: Lamps, zh: 灯}\n", "", "table.yaml:1: label is missing; write {en: ..., zh");
  }

  @Test
  void refusesALabelInOneLanguage() throws IOException {
    refuses(
        "{en: Lamp, zh: 灯}",
        "{en: Lamp}",
        "table.yaml:23: Chinese (zh) of label of 'lamp' is missing");
  }

  @Test
  void refusesWordsOfANumber() throws IOException {
    refuses(
        "unit: W",
        "unit: W\n    words:\n      \"1\": {en: dim, zh: 暗}",
        "only a string has fixed values");
  }

  @Test
  void refusesWordsThatAreNowhere() throws IOException {
    refuses(
        "zh: 灯的代码}",
        "zh: 灯的代码}\n    words: silver.lamp.watts",
        "table.yaml:25: words of 'lamp' are those of 'silver.lamp.watts', which has none");
  }

  @Test
  void refusesToSearchWhatIsNoColumn() throws IOException {
    refuses("keep: newest", "keep: newest\nsearch: [bulb]", "search column 'bulb' is no column");
  }

  @Test
  void refusesANumberOfADocumentThatNoTableHolds() throws IOException {
    refuses(
        "zh: 灯的代码}",
        "zh: 灯的代码}\n    document: {kind: bulb}",
        "'lamp' is the number of a 'bulb', which no table holds");
  }

  @Test
  void refusesToOpenATableWithoutTheColumn() throws IOException {
    refuses(
        "zh: 灯的代码}",
        "zh: 灯的代码}\n    opens: silver.bulb",
        "'lamp' opens 'silver.bulb', which is no table with that column");
  }

  @Test
  void refusesToOpenAPageWithoutADomain() throws IOException {
    refuses(
        "zh: 灯的代码}",
        "zh: 灯的代码}\n    opens: {page: bulb}",
        "opens the page 'bulb'; write domain/name");
  }

  @Test
  void namesTheLineOfANumberWithoutUnit() throws IOException {
    refuses("    unit: W\n", "", "table.yaml:25: number 'watts' has no unit");
  }

  @Test
  void refusesAColumnThatSqlReadsAsAWord() throws IOException {
    refuses("  watts:", "  into:", "column 'into' is a word of SQL; call it otherwise");
  }

  @Test
  void namesTheLineOfAnUnknownType() throws IOException {
    refuses("type: bigint", "type: double", "type of 'watts' is 'double'; write string, int");
  }

  @Test
  void refusesAKeyThatIsNoColumn() throws IOException {
    refuses("key: [company, lamp]", "key: [company, bulb]", "key column 'bulb' is no column");
  }

  @Test
  void refusesASourceThatIsNoTable() throws IOException {
    refuses("sources: [bronze.events]", "sources: [bronze.lamps]", "'bronze.lamps' is no table");
  }

  @Test
  void refusesTwoWaysOfFilling() throws IOException {
    refuses("keep: newest", "keep: newest\nwriter: analytics", "found [load.sql, writer]");
  }

  @Test
  void refusesALoadWithoutCases() throws IOException {
    Files.delete(lamp.resolve("cases"));

    assertThatThrownBy(() -> Catalog.read(root))
        .hasMessageContaining("load.sql:1: the folder cases/ is missing");
  }

  @Test
  void refusesChecksWithoutTheKey() throws IOException {
    Files.writeString(lamp.resolve("checks.yaml"), CHECKS.replace("[company, lamp]", "[lamp]"));

    assertThatThrownBy(() -> Catalog.read(root))
        .hasMessageContaining("checks.yaml:1: no check says 'unique: [company, lamp]'; add it");
  }

  @Test
  void refusesASeverityThatIsNone() throws IOException {
    Files.writeString(lamp.resolve("checks.yaml"), CHECKS.replace("warn", "shout"));

    assertThatThrownBy(() -> Catalog.read(root))
        .hasMessageContaining("checks.yaml:4: severity is 'shout'; write stop, warn or quarantine");
  }

  @Test
  void refusesToHoldRowsBackByARuleOfSeveralRows() throws IOException {
    Files.writeString(
        lamp.resolve("checks.yaml"), CHECKS.replaceFirst("severity: stop", "severity: quarantine"));

    assertThatThrownBy(() -> Catalog.read(root))
        .hasMessageContaining("checks.yaml:2: check 'key-unique' cannot hold rows back");
  }

  @Test
  void refusesToHoldRowsBackWhereNoEventsComeIn() throws IOException {
    Files.writeString(
        root.resolve("event/bronze/events/checks.yaml"),
        CHECKS + "  - {name: bright, severity: quarantine, row: \"watts > 0\"}\n");

    assertThatThrownBy(() -> Catalog.read(root))
        .hasMessageContaining("check 'bright' has severity quarantine; only a silver table");
  }

  @Test
  void refusesAReferenceToATableThatIsNone() throws IOException {
    refusesReference("to: silver.bulb, key: [company, lamp]", "[company, lamp] of 'silver.bulb'");
  }

  @Test
  void refusesAReferenceToAColumnThatIsNone() throws IOException {
    refusesReference("to: silver.lamp, key: [company, bulb]", "[company, bulb] of 'silver.lamp'");
  }

  @Test
  void refusesAReferenceWithFewerColumnsThanTheOthers() throws IOException {
    refusesReference(
        "to: silver.lamp, key: [company]", "columns [company, lamp] and key [company]");
  }

  /** A column that one silver table holds against a dimension is held against it by all. */
  @Test
  void everyTableOfEventsRefersToTheDimensionsItNames() {
    List<Table> silver = Catalog.read(Path.of("tables")).tables(Layer.SILVER);
    Map<String, String> dimensions = new TreeMap<>();
    silver.forEach(table -> references(table).forEach(dimensions::put));

    assertThat(dimensions)
        .containsEntry("customer", "silver.party")
        .containsEntry("item", "silver.item");
    for (Table table : silver) {
      for (String column : table.columnNames()) {
        String dimension = dimensions.getOrDefault(column, table.sql());
        assertThat(dimension.equals(table.sql()) || references(table).containsKey(column))
            .as("%s.%s refers to %s", table.sql(), column, dimension)
            .isTrue();
      }
    }
  }

  /** By column, but the company that goes with each, the dimension it refers to. */
  private static Map<String, String> references(Table table) {
    Map<String, String> references = new TreeMap<>();
    table.checks().stream()
        .map(Check::rule)
        .filter(Check.Rule.Refers.class::isInstance)
        .map(Check.Rule.Refers.class::cast)
        .forEach(
            rule -> {
              int last = rule.columns().size() - 1;
              references.put(rule.columns().get(last), rule.to());
            });
    return references;
  }

  private void refusesReference(String target, String message) throws IOException {
    Files.writeString(
        lamp.resolve("checks.yaml"),
        CHECKS
            + "  - {name: known, severity: warn, refers: {columns: [company, lamp], "
            + target
            + "}}\n");

    assertThatThrownBy(() -> Catalog.read(root))
        .isInstanceOf(CatalogInvalid.class)
        .hasMessageContaining("checks.yaml:")
        .hasMessageContaining(message);
  }

  @Test
  void reportsAllProblemsTogether() throws IOException {
    String broken = TABLE.replace("bigint", "double").replace("owner: sales\n", "");
    Files.writeString(lamp.resolve("table.yaml"), broken);

    assertThatThrownBy(() -> Catalog.read(root))
        .hasMessageContaining("is 'double'")
        .hasMessageContaining("owner is missing");
  }

  private void refuses(String good, String bad, String message) throws IOException {
    Files.writeString(lamp.resolve("table.yaml"), TABLE.replace(good, bad));

    assertThatThrownBy(() -> Catalog.read(root))
        .isInstanceOf(CatalogInvalid.class)
        .hasMessageContaining(message);
  }

  private Path write(String folder, String table) throws IOException {
    Path path = Files.createDirectories(root.resolve(folder));
    Files.writeString(path.resolve("table.yaml"), table);
    Files.writeString(path.resolve("checks.yaml"), CHECKS);
    return path;
  }
}
