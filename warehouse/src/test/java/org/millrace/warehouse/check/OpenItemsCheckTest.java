package org.millrace.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;

/** The open amount of each invoice is what its control account holds; a check stops otherwise. */
@Tag("slow")
class OpenItemsCheckTest {
  private static final String RECEIVABLES = "open-is-receivables-account";
  private static final String PAYABLES = "open-is-payables-account";
  private static final String BY_HAND = "receivables-account-moves-with-documents-alone";

  @TempDir private static Path folder;
  private static List<CheckResult> failed;

  /** What holds tables against each other tells what it finds twice. */
  @BeforeAll
  static void checkFourCompanies() {
    TestingLake lake = TestingLake.in(folder);
    lake.arrive(
        Stream.of(right("RIGHT", 0), right("WRONG", 20), wrong(), lost(), byHand(), latest())
            .flatMap(List::stream)
            .toList());
    lake.bringUp(lake.builder());
    LakeChecks checks = new LakeChecks(lake.lake(), Clock.systemUTC());
    failed =
        Stream.concat(checks.run(() -> false).stream(), checks.run(() -> false).stream())
            .filter(result -> !result.isPassed())
            .toList();
  }

  @Test
  void stopsAtADocumentWithAnotherOpenAmountThanItsAccount() {
    assertThat(sample(RECEIVABLES))
        .contains("{\"company\":\"WRONG\",\"number\":\"1\",\"open_amount\":70.00,")
        .contains("\"account_balance\":100.00}");
    assertThat(sample(PAYABLES)).contains("\"WRONG\"", "\"open_amount\":50.00");
  }

  @Test
  void stopsAtAnEntryWithoutADocument() {
    assertThat(sample(RECEIVABLES)).contains("\"LOST\"", "\"account_balance\":7.00");
  }

  @Test
  void passesWhatAgreesAndWaitsForTheLatestDocument() {
    assertThat(sample(RECEIVABLES)).doesNotContain("RIGHT", "LATEST");
    assertThat(sample(PAYABLES)).doesNotContain("RIGHT", "LATEST");
  }

  @Test
  void warnsOfWhatIsPostedByHand() {
    assertThat(sample(BY_HAND)).contains("\"HAND\"").doesNotContain("RIGHT");
  }

  private static String sample(String check) {
    return failed.stream()
        .filter(result -> result.check().name().equals(check))
        .map(CheckResult::sample)
        .findFirst()
        .orElse("");
  }

  /** An invoice whose payment is taken back, and a paid bill. */
  private static List<TestingEvent> right(String company, int from) {
    Shop shop = new Shop(company);
    return List.of(
        shop.sold(from + 1, 1, "100", "0"),
        shop.posted(from + 2, "sales.invoice-posted", "1100", "100", "0"),
        shop.sold(from + 3, 2, "100", "60"),
        shop.posted(from + 4, "sales.payment-received", "1100", "0", "60"),
        shop.sold(from + 5, 3, "100", "0"),
        shop.posted(from + 6, "sales.payment-received", "1100", "60", "0"),
        shop.bought(from + 7, 1, "80", "0"),
        shop.posted(from + 8, "purchasing.supplier-invoice-posted", "2000", "0", "80"),
        shop.bought(from + 9, 2, "80", "80"),
        shop.posted(from + 10, "purchasing.supplier-paid", "2000", "80", "0"));
  }

  /** Paid without an entry. */
  private static List<TestingEvent> wrong() {
    Shop shop = new Shop("WRONG");
    return List.of(shop.sold(31, 4, "100", "30"), shop.bought(32, 3, "80", "30"));
  }

  private static List<TestingEvent> lost() {
    return List.of(new Shop("LOST").posted(41, "sales.invoice-posted", "1100", "7", "0"));
  }

  private static List<TestingEvent> byHand() {
    return List.of(new Shop("HAND").posted(42, "manual", "1100", "7", "0"));
  }

  /** Their entries are still to come. */
  private static List<TestingEvent> latest() {
    Shop shop = new Shop("LATEST");
    return List.of(shop.sold(51, 1, "5", "0"), shop.bought(52, 1, "5", "0"));
  }

  /** Events of a company with one invoice and one bill, both of number 1. */
  private record Shop(String company) {
    TestingEvent sold(int position, int version, String net, String paid) {
      String customer = "{'code':'C','name':'C','country':'X','walkIn':false}";
      String head = "'number':'1','kind':'invoice','sourceNumber':'1','customer':" + customer;
      return event(
          "sales.invoice-posted",
          "sales-invoice:" + company + "/1",
          version,
          position,
          "{'invoice':{" + head + ",'costAmount':0," + amounts(net, paid) + "}}");
    }

    TestingEvent bought(int position, int version, String net, String paid) {
      String head = "'number':'1','order':'O','supplier':{'code':'S','name':'S','country':'X'}";
      return event(
          "purchasing.supplier-invoice-posted",
          "supplier-invoice:" + company + "/1",
          version,
          position,
          "{'invoice':{" + head + "," + amounts(net, paid) + "}}");
    }

    TestingEvent posted(int position, String rule, String account, String debit, String credit) {
      String payload =
          "{'number':%d,'postingDate':'2026-01-05','currency':'GBP','rule':'%s','text':'T',"
              + "'document':{'domain':'d','type':'invoice','number':'1'},'lines':[{'line':1,"
              + "'account':'%s','accountName':'A','accountType':'asset','debit':%s,'credit':%s}]}";
      return event(
          "ledger.journal-entry-posted",
          "journal-entry:" + company + "/" + position,
          1,
          position,
          payload.formatted(position, rule, account, debit, credit));
    }

    private TestingEvent event(
        String type, String aggregate, int version, int position, String payload) {
      return new TestingEvent(
          type, aggregate, version, company, position, payload.replace('\'', '"'));
    }
  }

  private static String amounts(String net, String paid) {
    int open = Integer.parseInt(net) - Integer.parseInt(paid);
    return ("'invoiceDate':'2026-01-05','dueDate':'2026-02-05','currency':'GBP','netAmount':%s,"
            + "'paidAmount':%s,'openAmount':%d,'lines':[]")
        .formatted(net, paid, open);
  }
}
