package org.millrace.exchange.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.history.ImportRequest.Mode;

class ImportSalesHistoryTest {
  private static final String DAY =
      """
      536365,85123A,HEART HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
      536365,85123A,HEART HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.0,12583.0,France
      536544,22960,JAM SET,1,2010-12-01 14:32:00,8.47,,United Kingdom
      C536379,85123A,HEART HOLDER,-1,2010-12-01 09:41:00,2.55,17850.0,United Kingdom
      536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom
      A563185,B,Adjust bad debt,1,2010-12-02 10:00:00,-11.06,,United Kingdom
      """;

  private final TestingImport history = new TestingImport();

  @Test
  void postsSalesReturnsAdjustmentsAndBadDebtByTheRulesOfTheLayout() {
    Finished end = history.rows("day.csv", DAY);
    assertThat(end.rows()).isEqualTo(new ImportedRows(8, 8, 0, 0, 0));
    assertThat(end.agrees()).isTrue();
    assertThat(history.balances())
        .containsExactly(
            "2010-12 1000 99.8", "2010-12 4000 -113.41", "2010-12 4100 2.55", "2010-12 6300 11.06")
        .as("15.30 + 20.34 + 15.30 + 54.00 + 8.47 = 113.41 sold, 2.55 back, 11.06 written off");
    assertThat(history.figures())
        .contains("2010-12 France POST 3 54", "85123A -11", "71053 -6", "22960 -1", "21777 -10")
        .doesNotContain("POST -3");
  }

  @Test
  void namesWalkInCustomersByCountryAndCodesWithoutDecimals() {
    history.rows("day.csv", DAY);
    assertThat(
            history
                .core()
                .jdbc()
                .sql("select distinct customer from sales.invoice where company = ? order by 1")
                .param(history.company().value())
                .query(String.class)
                .list())
        .containsExactly("12583", "17850", "WALK-IN United Kingdom");
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    history.rows("day.csv", DAY);
    long events = history.count("select count(*) from outbox.event where company = ?");
    Finished again = history.rows("other-name.csv", DAY);
    assertThat(again.rows()).isEqualTo(new ImportedRows(8, 0, 8, 0, 0));
    assertThat(again.agrees()).isTrue();
    assertThat(history.count("select count(*) from outbox.event where company = ?"))
        .isEqualTo(events);
  }

  @Test
  void rowsOfAPaperThatComeLaterPostAsAnotherPieceOfTheSameSource() {
    history.rows("one.csv", DAY);
    history.rows(
        "two.csv",
        """
        536365,84406B,CUPID HANGER,8,2010-12-01 08:26:00,2.75,17850.0,United Kingdom
        536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
        """);
    assertThat(
            history
                .core()
                .jdbc()
                .sql(
                    """
                    select number || ' ' || trim_scale(net_amount) from sales.invoice
                    where company = ? and source_number = '536365' order by 1
                    """)
                .param(history.company().value())
                .query(String.class)
                .list())
        .containsExactly("536365 50.94", "536365-2 22");
  }

  @Test
  void aDryRunPrintsTheSameTableAndChangesNothing() {
    Finished dry = history.imported("day.csv", TestingImport.HEADER + DAY, Mode.DRY_RUN);
    assertThat(history.count("select count(*) from outbox.event where company = ?")).isZero();
    assertThat(history.count("select count(*) from party.company where code = ?")).isZero();
    Finished real = history.rows("day.csv", DAY);
    assertThat(dry.control()).isEqualTo(real.control());
    assertThat(dry.rows()).isEqualTo(real.rows());
  }

  @Test
  void aPaperSpreadOverAFileAndEqualRowsAreCountedOnce() {
    StringBuilder rows = new StringBuilder();
    String row = "7%d,85123A,HEART,1,2010-12-01 08:26:00,1,17850.0,United Kingdom\n";
    for (int i = 0; i < 9_000; i++) {
      rows.append(row.formatted(i % 3 == 0 ? 0 : 1000 + i));
    }
    Finished first = history.rows("spread.csv", rows.toString());
    assertThat(first.rows()).isEqualTo(new ImportedRows(9_000, 9_000, 0, 0, 0));
    Finished again = history.rows("spread.csv", rows.toString());
    assertThat(again.rows()).isEqualTo(new ImportedRows(9_000, 0, 9_000, 0, 0));
    assertThat(again.agrees()).isTrue();
    assertThat(history.balances()).contains("2010-12 4000 -9000");
  }

  @Test
  void aMissingColumnIsNamedAndNothingIsPosted() {
    String other = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country\n";
    assertThatThrownBy(() -> history.imported("other.csv", other + DAY, Mode.KEEP))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining("InvoiceNo (number)")
        .hasMessageContaining("UnitPrice (unitPrice)")
        .hasMessageContaining("The file has: Invoice, StockCode");
  }

  @Test
  void bytesOfAnotherCharsetAreToldWithTheirPlace() {
    byte[] latin =
        (TestingImport.HEADER + DAY + "536999,X,CAF\u00c9,1,2010-12-01 08:26:00,1,,EIRE\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> history.imported("latin.csv", latin, Mode.KEEP))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining("bytes that are not UTF-8")
        .hasMessageContaining("charset in the mapping");
  }

  @Test
  void anEmptyFileIsTold() {
    assertThatThrownBy(() -> history.imported("empty.csv", "", Mode.KEEP))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining("empty.csv is empty");
    assertThat(history.rows("header-only.csv", "").rows()).isEqualTo(ImportedRows.none());
  }

  @Test
  void figuresOfCountriesAreThoseOfTheRows() {
    history.rows(
        "moved.csv",
        """
        1,A,Thing,1,2010-12-01 08:00:00,5,17850.0,France
        2,A,Thing,1,2010-12-02 08:00:00,7,17850.0,Spain
        """);
    assertThat(history.figures())
        .isEqualTo(List.of("2010-12 France A 1 5", "2010-12 Spain A 1 7", "A -2"));
  }
}
