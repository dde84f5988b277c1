package org.millrace.exchange.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.answer.Rejected;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.TestingWorkbook;
import org.millrace.exchange.history.ImportRequest.Mode;

/** Files as other programs and people write them. */
class ForeignFilesTest {
  private static final String HEADER = "No,Item,Text,Qty,Date,Price,Cust,Land\n";
  private static final String SHOP =
      """
      name: shop
      currency: EUR
      columns: {number: No, item: Item, description: Text, quantity: Qty, date: Date,
        unitPrice: Price, customer: Cust, country: Land}
      dates: ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"]
      rules: {creditNotePrefix: C, services: [FEE]}
      """;

  private final TestingImport shop = new TestingImport().by(SHOP);

  @TempDir private Path folder;

  private Finished rows(String file, String rows) {
    return shop.imported(file, HEADER + rows, Mode.KEEP);
  }

  private List<String> rejects() {
    return shop.told(Rejected.class).stream()
        .map(r -> r.line() + " " + r.field() + " '" + r.value() + "': " + r.reason())
        .toList();
  }

  private String revenue() {
    return shop.core()
        .jdbc()
        .sql(
            """
            select coalesce(trim_scale(sum(net_amount)), 0)::text from sales.invoice
            where company = ?
            """)
        .param(shop.company().value())
        .query(String.class)
        .single();
  }

  private List<String> invoices() {
    return shop.core()
        .jdbc()
        .sql(
            """
            select number || ' ' || trim_scale(net_amount) from sales.invoice
            where company = ? order by 1
            """)
        .param(shop.company().value())
        .query(String.class)
        .list();
  }

  @Test
  void controlCharactersBecomeBlanks() {
    String rows =
        "A1,X1,Good,1,2026-03-01,5,K1,DE\nA2,X2,Caf\u00e9 \u0096 large,1,2026-03-01,5,K1,DE\n";
    Finished end =
        shop.by(SHOP + "charset: ISO-8859-1\n")
            .imported("c.csv", (HEADER + rows).getBytes(StandardCharsets.ISO_8859_1), Mode.KEEP);
    assertThat(end.rows()).isEqualTo(new ImportedRows(2, 2, 0, 0, 0));
    assertThat(
            shop.core()
                .jdbc()
                .sql("select name from item.item where company = ? and code = 'X2'")
                .param(shop.company().value())
                .query(String.class)
                .single())
        .isEqualTo("Caf\u00e9   large");
  }

  @Test
  void aFirstRowWithoutADateIsRejectedAlone() {
    Finished end =
        rows("d.csv", "A1,X1,Pump,2,,10.50,K1,DE\nA2,X1,Pump,2,2026-03-01,10.50,K1,DE\n");
    assertThat(end.rows()).isEqualTo(new ImportedRows(2, 1, 0, 0, 1));
    assertThat(rejects()).containsExactly("2 Date '': not a date");
    assertThat(revenue()).isEqualTo("21");
  }

  @Test
  void aDocumentThatADomainRefusesIsRejectedAlone() {
    rows("first.csv", "A0,X1,Pump,1,2026-01-15,1,K1,DE\n");
    shop.core()
        .post(
            "/api/companies/" + shop.company() + "/ledger/periods/2026-01/close",
            "{\"waiver\": \"Later\"}")
        .expecting(200);
    Finished end =
        rows(
            "late.csv",
            "A1,X1,Pump,2,2026-03-01,10.50,K1,DE\nA2,X1,Pump,1,2026-01-20,5,K1,DE\n"
                + "A2,X2,Belt,1,2026-01-20,5,K1,DE\nA3,X1,Pump,1,2026-03-02,5,K1,DE\n");
    assertThat(end.rows()).isEqualTo(new ImportedRows(4, 2, 0, 0, 2));
    assertThat(rejects()).hasSize(2).allMatch(told -> told.contains("2026-01"));
    assertThat(invoices()).containsExactly("A0 1", "A1 21", "A3 5");
  }

  @Test
  void importedNumbersDoNotBlockTheOwnSeries() {
    rows(
        "n.csv",
        "IN-000001,FEE,Fee,1,2026-03-01,55,K1,DE\nIN-000003,FEE,Fee,1,2026-03-01,5,K1,DE\n");
    String invoice =
        "{\"customer\":\"K1\",\"lines\":[{\"item\":\"FEE\",\"quantity\":1,\"unitPrice\":5}]}";
    String path = "/api/companies/" + shop.company() + "/sales/invoices";
    shop.core().post(path, invoice).expecting(201);
    shop.core().post(path, invoice).expecting(201);
    assertThat(invoices())
        .containsExactly("IN-000001 55", "IN-000002 5", "IN-000003 5", "IN-000004 5");
  }

  @Test
  void aSecondExportThatOverlapsIsToldAndNotBookedTwice() {
    String first = "A1,X1,Pump,2,2026-03-01,10.50,K1,DE\nA2,X1,Pump,3,2026-03-02,10.50,K1,DE\n";
    assertThat(rows("q1.csv", first).agrees()).isTrue();
    Finished end =
        rows(
            "h1.csv",
            first.replace("Pump", "Pump (new)").replace("A2,X1,Pump (new),3", "A2,X1,Pump (new),4")
                + "A3,X1,Pump (new),1,2026-04-01,10.50,K1,DE\n");
    assertThat(end.rows()).isEqualTo(new ImportedRows(3, 1, 0, 2, 0));
    assertThat(invoices()).containsExactly("A1 21", "A2 31.5", "A3 10.5");
    assertThat(end.agrees()).isFalse();
    assertThat(end.control())
        .extracting(line -> line.month() + " " + line.fileAmount() + " " + line.ledgerAmount())
        .containsExactly("2026-03 63.0 52.50", "2026-04 10.5 10.50");
    assertThat(shop.told(Changed.class))
        .extracting(c -> c.number() + " " + c.fileAmount() + " " + c.bookAmount())
        .containsExactlyInAnyOrder("A1 21.00 21.00", "A2 42.00 31.50");
  }

  @Test
  void whatWasBookedBehindADocumentShowsInItsControlTable() {
    String row = "A1,FEE,Fee,2,2026-03-01,10.50,K1,DE\n";
    rows("q1.csv", row);
    rows("q2.csv", "A1,FEE2,Other,1,2026-03-01,4,K1,DE\n");
    Finished again = rows("q1.csv", row);
    assertThat(again.rows()).isEqualTo(new ImportedRows(1, 0, 1, 0, 0));
    assertThat(again.control().get(0).ledgerAmount()).isEqualByComparingTo("25");
    assertThat(again.agrees()).isFalse();
  }

  @Test
  void linesThatStandApartAreOneInvoice() {
    StringBuilder rows = new StringBuilder("A1,X1,Pump,1,2026-03-01,10,K1,DE\n");
    for (int i = 0; i < 9_000; i++) {
      rows.append("B").append(i / 3).append(",X1,Pump,1,2026-03-01,1,K1,DE\n");
    }
    rows.append("A1,X2,Belt,1,2026-03-01,5,K1,DE\nA1,X2,Belt,1,2026-03-01,5,K1,DE\n");
    Finished end = rows("apart.csv", rows.toString());
    assertThat(end.rows()).isEqualTo(new ImportedRows(9_003, 9_003, 0, 0, 0));
    assertThat(end.documents()).isEqualTo(3_001);
    assertThat(invoices()).hasSize(3_001).contains("A1 20").doesNotContain("A1-2 10");
    assertThat(rows("apart.csv", rows.toString()).rows())
        .isEqualTo(new ImportedRows(9_003, 0, 9_003, 0, 0));
  }

  @Test
  void fractionsOfACentAreShownAsRounding() {
    Finished end =
        rows(
            "f.csv", "A1,FEE,Fee,3,2026-03-01,0.335,K1,DE\nA2,FEE,Fee,1,2026-03-01,0.1234,K1,DE\n");
    Control.Line line = end.control().get(0);
    assertThat(line.fileAmount()).isEqualByComparingTo("1.1284");
    assertThat(line.rounding()).isEqualByComparingTo("0.0016");
    assertThat(line.ledgerAmount()).isEqualByComparingTo("1.13");
    assertThat(line.difference()).isEqualByComparingTo("0");
    assertThat(end.agrees()).isTrue();
  }

  @Test
  void aColumnThatIsThereTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                shop.imported(
                    "t.csv",
                    "No,Item,Text,Qty,Date,Price,Price,Cust,Land\nA1,X1,P,1,2026-03-01,5,7,K1,DE\n",
                    Mode.KEEP))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining("t.csv has the column Price twice");
  }

  @Test
  void readsAmountsConstantsDiscountsUnitsAndSerialDates() {
    String yaml =
        """
        name: till
        currency: EUR
        delimiter: ","
        decimal: ","
        thousands: "."
        columns: {number: Bon, date: Tag, amount: Summe, discount: Rabatt, unit: Einheit}
        constants: {item: FEE, quantity: 1, country: Germany}
        dates: [serial, "dd.MM.yyyy"]
        rules: {discount: percent, services: [FEE]}
        """;
    Finished end =
        shop.by(yaml)
            .imported(
                "till.csv",
                """
                sep=;
                Filiale 7;;;;
                ;;;;
                Bon;Tag;Summe;Rabatt;Einheit
                1;46082;1.234,50;10;h
                2;01.03.2026;-20;;
                3;46082,5;1.23,4;;
                """,
                Mode.KEEP);
    assertThat(rejects()).containsExactly("7 Summe '1.23,4': not a number");
    assertThat(end.rows()).isEqualTo(new ImportedRows(3, 2, 0, 0, 1));
    assertThat(invoices()).containsExactly("1 1111.05", "2 -20");
    assertThat(end.agrees()).isTrue();
    assertThat(shop.figures()).containsExactly("2026-03 Germany FEE 0 1091.05");
    assertThat(
            shop.core()
                .jdbc()
                .sql("select unit from item.item where company = ?")
                .param(shop.company().value())
                .query(String.class)
                .single())
        .isEqualTo("h");
  }

  @Test
  void anAmountNeedsAPriceThatComesToIt() {
    String yaml = SHOP.replace("unitPrice: Price", "amount: Price");
    Finished end =
        shop.by(yaml)
            .imported(
                "a.csv",
                HEADER
                    + "A1,FEE,Fee,3,2026-03-01,10,K1,DE\n"
                    + "A2,FEE,Fee,7000000,2026-03-01,10,K1,DE\n"
                    + "A3,FEE,Fee,2,2026-03-01,957.5774999999999,K1,DE\n"
                    + "A4,FEE,Fee,-2,2026-03-01,5,K1,DE\n",
                Mode.KEEP);
    assertThat(rejects())
        .containsExactly("3 Price '10': no price of one unit comes to 10", "5 Price '5': below 0");
    assertThat(invoices()).containsExactly("A1 10", "A3 957.58");
    assertThat(end.agrees()).isTrue();
  }

  @Test
  void discountsAreFractionsOrMoneyToo() {
    String yaml = SHOP.replace("country: Land", "country: Land, discount: Off");
    String header = "No,Item,Text,Qty,Date,Price,Cust,Land,Off\n";
    shop.by(yaml).imported("f.csv", header + "A1,FEE,F,2,2026-03-01,10,K1,DE,0.15\n", Mode.KEEP);
    shop.by(yaml.replace("services", "discount: amount, services"))
        .imported(
            "m.csv",
            header + "A2,FEE,F,2,2026-03-01,10,K1,DE,3\nA3,FEE,F,2,2026-03-01,10,K1,DE,21\n",
            Mode.KEEP);
    assertThat(invoices()).containsExactly("A1 17", "A2 17");
    assertThat(rejects()).containsExactly("3 Off '21': not a discount");
  }

  @Test
  void rejectedRowsGoBackAsTheyCame() {
    String yaml =
        """
        name: laden
        currency: EUR
        charset: ISO-8859-1
        delimiter: ";"
        decimal: ","
        columns: {number: Nr, item: Artikel, description: Text, quantity: Menge, date: Datum,
          unitPrice: Preis, customer: Kunde, country: Land}
        dates: ["dd.MM.yyyy"]
        rules: {services: [FEE]}
        """;
    String header = "Nr;Artikel;Text;Menge;Datum;Preis;Kunde;Land\n";
    String good = "1;FEE;Gebühr;1;01.03.2026;5,50;Müller;Österreich\n";
    String bad = "2;FEE;=Gebühr;-1;01.03.2026;1.355,90;Müller;Österreich\n";
    Charset latin = StandardCharsets.ISO_8859_1;
    Finished first =
        shop.by(yaml).imported("de.csv", (header + good + bad).getBytes(latin), Mode.KEEP);
    assertThat(first.rows()).isEqualTo(new ImportedRows(2, 1, 0, 0, 1));
    String path = "/api/companies/" + shop.company() + "/exports/rejects";
    var answer = shop.core().get(path + "?kind=sales-history&file=de.csv").expecting(200);
    assertThat(answer.header("Content-Type")).hasValue("text/csv;charset=ISO-8859-1");
    assertThat(answer.body())
        .startsWith(header.strip() + ";reject_id;reject_kind;")
        .contains("2;FEE;'=Gebühr;-1;01.03.2026;1.355,90;Müller;Österreich;");
    Finished end =
        shop.imported(
            "back.csv", answer.body().replace("1.355,90", "1355,90").getBytes(latin), Mode.KEEP);
    assertThat(end.rows()).isEqualTo(new ImportedRows(1, 1, 0, 0, 0));
    assertThat(end.agrees()).isTrue();
    assertThat(invoices()).containsExactly("1 5.5", "2 -1355.9");
    assertThat(shop.core().get(path).expecting(200).body()).startsWith("reject_id,");
  }

  @Test
  void aWorkbookIsReadByAMappingOfCommas() throws IOException {
    String cells = "<c t='inlineStr'><is><t>%s</t></is></c>";
    StringBuilder header = new StringBuilder("<row>");
    for (String column : HEADER.strip().split(",")) {
      header.append(cells.formatted(column));
    }
    String row =
        "<row>"
            + cells.formatted("A1")
            + cells.formatted("FEE")
            + cells.formatted("Fee")
            + "<c><v>2</v></c><c s='1'><v>46082</v></c><c><v>2.5499999999999998</v></c>"
            + cells.formatted("K1")
            + cells.formatted("DE")
            + "</row>";
    Path file =
        new TestingWorkbook()
            .dated()
            .rows(header + "</row>" + row)
            .written(folder.resolve("w.xlsx"));
    Finished end = shop.by(SHOP + "decimal: \",\"\n").imported("w.xlsx", file, Mode.KEEP);
    assertThat(rejects()).isEmpty();
    assertThat(end.rows().posted()).isEqualTo(1);
    assertThat(invoices()).containsExactly("A1 5.1");
  }
}
