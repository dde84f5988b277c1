package org.millrace.exchange.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.exchange.layout.CellType;
import org.millrace.exchange.layout.ListMappingFile;
import org.millrace.settings.ImportLimits;

class ProposeMappingTest {
  private static final ProposeMapping.Wanted ORDERS =
      new ProposeMapping.Wanted(
          "sales-orders",
          List.of("customer", "lines.item", "lines.quantity", "lines.unit_price"),
          List.of("number", "requested_date", "occurred_at"),
          Map.of(
              "lines.quantity", CellType.NUMBER,
              "lines.unit_price", CellType.NUMBER,
              "requested_date", CellType.DATE,
              "occurred_at", CellType.MOMENT));

  @TempDir private Path folder;

  private ProposeMapping.Proposed proposed(String text, Charset charset) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(file, text.getBytes(charset));
    return ProposeMapping.of(ORDERS, Map.of("a.csv", file), "a.csv", ImportLimits.standard());
  }

  @Test
  void readsAGermanFileWithLinesAboveItsHeader() throws IOException {
    ProposeMapping.Proposed read =
        proposed(
            "Müller GmbH;;;;;\nAufträge;;;;;\n"
                + "Auftragsnummer;Kunden-Nr.;Artikelnr;Menge;Betrag;Datum\n"
                + "1;K1;A;3;1.200,50;31.12.2025\n2;K2;B;1,5;7,00;01.02.2026\n",
            Charset.forName("windows-1252"));
    assertThat(read.missing()).isEmpty();
    assertThat(read.mapping())
        .contains(
            "charset: windows-1252",
            "delimiter: \";\"",
            "decimal: \",\"",
            "thousands: \".\"",
            "header: 3",
            "dates: [\"dd.MM.yyyy\"]",
            "  customer: \"Kunden-Nr.\"",
            "  lines.unit_price: {column: \"Betrag\", per: \"Menge\"}");
    assertThat(ListMappingFile.read(read.mapping()).kind()).isEqualTo("sales-orders");
  }

  @Test
  void readsEnglishChineseAndFrenchNames() throws IOException {
    assertThat(
            proposed(
                    "Order ID,Customer Name,SKU,Qty,Unit Price,Order Date\n"
                        + "1,X,A,1,2.50,3/14/2026\n",
                    StandardCharsets.UTF_8)
                .mapping())
        .contains("number: \"Order ID\"", "lines.item: \"SKU\"", "dates: [\"M/d/yyyy\"]");
    assertThat(
            proposed("订单号,客户,商品编码,数量,单价,交货日期\n1,甲,A,1,2.5,2026/3/1\n", Charset.forName("GB18030"))
                .mapping())
        .contains("charset: GB18030", "customer: \"客户\"", "requested_date: \"交货日期\"");
    assertThat(
            proposed(
                    "N° facture\tClient\tRéférence\tQuantité\tPrix unitaire\n1\tX\tA\t2\t3,50\n",
                    StandardCharsets.UTF_8)
                .mapping())
        .contains("delimiter: \"\\t\"", "lines.quantity: \"Quantité\"", "decimal: \",\"");
  }

  private ProposeMapping.Proposed proposed(Map<String, String> files) throws IOException {
    Map<String, Path> paths = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : files.entrySet()) {
      paths.put(each.getKey(), Files.writeString(folder.resolve(each.getKey()), each.getValue()));
    }
    return ProposeMapping.of(ORDERS, paths, "a.csv", ImportLimits.standard());
  }

  private static Map<String, String> files(String... namesAndTexts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return files;
  }

  @Test
  void joinsFilesByTheNamesOfTheirColumnsThroughEachOther() throws IOException {
    ProposeMapping.Proposed read =
        proposed(
            files(
                "Lines.csv", "OrderID,LineID,SKU,Qty,Unit Price\n1,1,A,2,5\n1,2,B,1,6\n2,3,A,1,5\n",
                "Orders.csv", "OrderID,ClientID,Order Date\n1,2,2026-01-02\n2,1,2026-01-03\n",
                "Clients.csv", "Id,Customer Code\n1,ANNA\n2,BERT\n"));
    assertThat(read.missing()).isEmpty();
    assertThat(read.mapping())
        .contains(
            "# 3 of 3 of the first rows find theirs\n"
                + "  orders: {file: \"Orders.csv\", key: \"OrderID\", by: \"OrderID\"}",
            "  clients: {file: \"Clients.csv\", key: \"Id\", by: \"orders.ClientID\"}",
            "  customer: \"clients.Customer Code\"",
            "  occurred_at: \"orders.Order Date\"",
            "  number: \"OrderID\"");
    assertThat(ListMappingFile.read(read.mapping()).joined()).hasSize(2);
  }

  @Test
  void joinsByValuesThatAreNoMereNumbers() throws IOException {
    String lines = "Belongs to,SKU,Qty,Unit Price\n%1$s1,A,2,5\n%1$s2,B,1,6\n%1$s3,A,1,5\n";
    String heads = "Key,Customer\n%1$s1,X\n%1$s2,Y\n%1$s3,X\n%1$s4,Y\n";
    assertThat(
            proposed(
                    files(
                        "Lines.csv", lines.formatted("SO-"),
                        "Heads.csv", heads.formatted("SO-")))
                .mapping())
        .contains("  heads: {file: \"Heads.csv\", key: \"Key\", by: \"Belongs to\"}");
    assertThat(
            proposed(files("Lines.csv", lines.formatted(""), "Heads.csv", heads.formatted("")))
                .mapping())
        .contains("# Heads.csv: no column")
        .doesNotContain("files:");
  }

  @Test
  void readsTheRowsWhereAnotherFileIsNoTableOrHasColumnsWithoutAName() throws IOException {
    String lines = "Order,SKU,Qty,Unit Price\nSO-1,A,2,5\nSO-2,B,1,6\nSO-3,A,1,5\n";
    for (String other : List.of("", "\u0000\u0001", ",Order\nSO-1,\nSO-2,\nSO-3,\n")) {
      assertThat(proposed(files("Lines.csv", lines, "Orders.csv", other)).mapping())
          .as(other)
          .contains("lines.item: \"SKU\"", "# Orders.csv: no column")
          .doesNotContain("files:");
    }
  }

  @Test
  void joinsByNothingThatIsThereTwiceOrSeldomFoundOrAmbiguous() throws IOException {
    String lines = "Order,SKU,Qty,Unit Price\nSO-1,A,2,5\nSO-2,B,1,6\nSO-3,A,1,5\n";
    for (String heads :
        List.of(
            "Order,Customer\nSO-1,X\nSO-2,X\nSO-3,X\nSO-3,Y\n",
            "Order,Customer\nSO-1,X\nSO-2,Y\n",
            "Key,Old key\nSO-1,SO-1\nSO-2,SO-2\nSO-3,SO-3\n")) {
      assertThat(proposed(files("Lines.csv", lines, "Heads.csv", heads)).mapping())
          .as(heads)
          .contains("# Heads.csv: no column")
          .doesNotContain("files:");
    }
  }

  @Test
  void saysWhatIsNeededAndNotFound() throws IOException {
    ProposeMapping.Proposed read =
        proposed("Order,SKU,Qty\n1,A,many\n2,A,few\n", StandardCharsets.UTF_8);
    assertThat(read.missing()).containsExactly("customer", "lines.quantity", "lines.unit_price");
    assertThat(read.mapping()).contains("# customer: is needed");
  }
}
