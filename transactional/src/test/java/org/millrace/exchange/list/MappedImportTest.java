package org.millrace.exchange.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** Strangers' files come in by a mapping, each with a trap of its own. */
class MappedImportTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany();
    make("/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'IT'}");
    make("/items", "{'code':'BELL','name':'Bell'}");
    make("/items", "{'code':'RIM','name':'Rim'}");
  }

  @Test
  void readsAmountsWithDiscountInTheNumbersAndDatesOfTheirCountry() {
    String mapping =
        """
        name: german
        kind: sales-orders
        charset: windows-1252
        delimiter: ";"
        decimal: ","
        thousands: "."
        header: 3
        dates: ["dd.MM.yyyy"]
        columns:
          number: Beleg
          customer: {constant: C}
          requested_date: Wunschtermin
          lines.item: {column: Artikel, values: {Glocke: BELL, "*": RIM}}
          lines.quantity: Menge
          lines.unit_price: {column: Betrag, discount: Rabatt, discountIs: percent, per: Menge}
        """;
    String file =
        "Größe GmbH;;;;;\nListe der Aufträge;;;;;\nBeleg;Artikel;Menge;Betrag;Rabatt;Wunschtermin\n"
            + "7;Glocke;3;1.000,00;10;31.12.2998\n7;Felge;2,5;10,00;;31.12.2998\n";
    assertThat(posted("sales-orders", mapping, file.getBytes(Charset.forName("windows-1252"))))
        .isEqualTo(2);
    assertThat(
            columns(
                "sales-orders",
                "requested_date",
                "lines.item",
                "lines.quantity",
                "lines.unit_price"))
        .containsExactly("2998-12-31 BELL 3 300", "2998-12-31 RIM 2.5 4");
  }

  @Test
  void gathersDocumentsThatAreScatteredAndKeepsTheRemainderOfAnAmount() {
    String mapping =
        """
        name: till
        kind: sales-orders
        columns:
          number: No
          customer: {column: Who, default: C}
          lines.item: Item
          lines.quantity: Qty
          lines.unit_price: {column: Total, per: Qty}
        """;
    String file =
        "No,Who,Item,Qty,Total\n1,,BELL,1,5\n2,,BELL,1,6\n1,,RIM,1,7\n"
            + "3,,RIM,30000,1000\n2,,RIM,1,8\n";
    assertThat(posted("sales-orders", mapping, file.getBytes(StandardCharsets.UTF_8))).isEqualTo(5);
    List<String> rows =
        columns("sales-orders", "number", "lines.item", "lines.quantity", "lines.unit_price");
    assertThat(rows.stream().map(row -> row.replaceFirst("\\S+ ", "")).sorted().toList())
        .containsExactly(
            "BELL 1 5", "BELL 1 6", "RIM 1 0.04", "RIM 1 7", "RIM 1 8", "RIM 29999 0.033333");
    assertThat(rows.stream().map(row -> row.replaceFirst(" .*", "")).distinct()).hasSize(3);
    assertThat(posted("sales-orders", mapping, file.getBytes(StandardCharsets.UTF_8))).isZero();
  }

  @Test
  void joinsFilesByKeysAndFillsWhatTheRowAboveSays() throws IOException {
    String mapping =
        """
        name: joined
        kind: purchase-orders
        rows: Lines.csv
        fill: [Order]
        dates: [serial1904]
        files:
          heads: {file: Heads.csv, key: Id, by: Order}
          vendors: {file: Vendors.csv, key: Id, by: heads.Vendor}
        where:
          heads.State: [1, 2]
        columns:
          number: Order
          supplier: vendors.Code
          promised_date: heads.Due
          lines.item: Item
          lines.quantity: {column: Ordered, minus: Refused}
          lines.unit_price: Price
        """;
    byte[] archive =
        zip(
            Map.of(
                "Heads.csv",
                "Id,Vendor,State,Due\n1,v1,1,399900\n2,v1,9,0\n3,v1,2,399900\n",
                "Vendors.csv",
                "Id,Code\nv1,C\n",
                "Lines.csv",
                "Order,Item,Ordered,Refused,Price\n1,BELL,5,2,1.5\n,RIM,4,,2\n2,RIM,1,,9\n"
                    + "3,RIM,1,,3\n"));
    assertThat(posted("purchase-orders", mapping, archive)).isEqualTo(3);
    assertThat(
            columns("purchase-orders", "supplier", "promised_date", "lines.item", "lines.quantity"))
        .containsExactly("C 2998-11-20 BELL 3", "C 2998-11-20 RIM 4", "C 2998-11-20 RIM 1");
  }

  @Test
  void rejectsRowsInTheColumnsOfTheirFileAndTakesThemMended() {
    String mapping =
        """
        name: odd
        kind: sales-orders
        delimiter: ";"
        columns:
          number: No
          customer: {constant: C}
          lines.item: Item
          lines.quantity: Qty
          lines.unit_price: Price
        """;
    String file = "No;Item;Qty;Price\n1;BELL;two;5\n1;RIM;1;5\n2;NONE;1;5\n3;RIM;1;5\n";
    List<JsonNode> steps = imported("sales-orders", mapping, file.getBytes(StandardCharsets.UTF_8));
    List<String> rejected =
        steps.stream()
            .filter(step -> step.path("event").asString("").equals("rejected"))
            .map(
                step ->
                    step.get("line").asInt()
                        + " "
                        + step.get("field").asString()
                        + " "
                        + step.get("value").asString())
            .toList();
    assertThat(rejected).containsExactly("2 Qty two", "3 No 1", "4 Item NONE");
    String back = core.get(base + "/exports/rejects").expecting(200).body();
    assertThat(back.lines().findFirst().orElse("")).startsWith("No;Item;Qty;Price;reject_id");
    String mended = back.replace("two", "2").replace("NONE", "BELL");
    assertThat(posted("sales-orders", mapping, mended.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(3);
    assertThat(core.get(base + "/exports/rejects").expecting(200).body().lines()).hasSize(1);
  }

  @Test
  void takesMendedRowsOfOneOfSeveralFilesInAFormOfOurs() throws IOException {
    String mapping =
        """
        name: joined
        kind: sales-orders
        rows: Lines.csv
        charset: windows-1252
        delimiter: ";"
        decimal: ","
        header: 2
        files:
          items: {file: Items.csv, key: Nr, by: Teil}
        columns:
          number: Beleg
          customer: {constant: C}
          lines.item: items.Code
          lines.quantity: Menge
          lines.unit_price: Preis
        """;
    String items = "Nr;Code\n1;BELL\n2;RIM\n";
    String lines = "Größe GmbH\nBeleg;Teil;Menge;Preis\n7;1;2;1,50\n8;9;1;2,50\n";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Lines.csv", lines);
    files.put("Items.csv", items);
    List<JsonNode> steps = imported("sales-orders", mapping, zip(files));
    assertThat(steps.get(steps.size() - 1).at("/rows/rejected").asLong()).isOne();
    Map<String, String> mended = new LinkedHashMap<>();
    mended.put("mended.csv", "Beleg,Teil,Menge,Preis\n8,2,1,\"2,50\"\n");
    mended.putAll(files);
    steps = imported("sales-orders", mapping, zip(mended), "&mended=true");
    assertThat(steps.get(steps.size() - 1).at("/rows/posted").asLong()).as("%s", steps).isOne();
    assertThat(columns("sales-orders", "lines.item", "lines.quantity", "lines.unit_price"))
        .containsExactly("BELL 2 1.5", "RIM 1 2.5");
  }

  @Test
  void saysWhatIsWrongWithAMappingOrAFileBeforeAnythingIsPosted() {
    String wrong = "name: x\nkind: items\ncolumns:\n  code: {colum: A}\n";
    Map<String, String> yaml = Map.of("Content-Type", "application/yaml");
    assertThat(core.post(base + "/imports/mappings", wrong, yaml).expecting(422).body())
        .contains("columns.code.colum, line 4");
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new LinkedHashMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry("export/" + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private long posted(String list, String mapping, byte[] file) {
    List<JsonNode> steps = imported(list, mapping, file);
    JsonNode end = steps.get(steps.size() - 1);
    assertThat(end.at("/rows/rejected").asLong(-1)).as(list + " " + steps).isZero();
    return end.at("/rows/posted").asLong();
  }

  private List<JsonNode> imported(String list, String mapping, byte[] file) {
    return imported(list, mapping, file, "");
  }

  private List<JsonNode> imported(String list, String mapping, byte[] file, String more) {
    String id =
        Json.mapper()
            .readTree(
                core.post(
                        base + "/imports/mappings",
                        mapping,
                        Map.of("Content-Type", "application/yaml"))
                    .expecting(200)
                    .body())
            .get("mapping")
            .asString();
    return core.postFile(base + "/imports/" + list + "?file=a.csv&mapping=" + id + more, file)
        .expecting(200)
        .steps();
  }

  /** The rows of the export of a list, of them these columns. */
  private List<String> columns(String list, String... wanted) {
    List<String> lines = core.get(base + "/exports/" + list).expecting(200).body().lines().toList();
    List<String> header = List.of(lines.get(0).split(",", -1));
    List<String> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      List<String> kept = new ArrayList<>();
      for (String column : wanted) {
        kept.add(cells[header.indexOf(column)]);
      }
      rows.add(String.join(" ", kept));
    }
    return rows;
  }

  private void make(String path, String json) {
    core.post(base + path, json.replace('\'', '"')).expecting(201);
  }
}
