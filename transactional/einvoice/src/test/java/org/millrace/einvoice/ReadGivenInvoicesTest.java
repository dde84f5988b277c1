package org.millrace.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.millrace.einvoice.arithmetic.CheckArithmetic;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.ReadXml;

/** Every given message is read, and gives the facts that were read from it before. */
class ReadGivenInvoicesTest {
  @TestFactory
  Stream<DynamicTest> readsTheFactsOfEachMessage() throws IOException {
    Map<String, byte[]> files = GivenInvoices.files();
    return GivenInvoices.expected().entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(), () -> readsFacts(files.get(one.getKey()), one.getValue())));
  }

  private static void readsFacts(byte[] xml, Map<String, Object> expected) {
    Element root = ReadXml.read(xml);
    EInvoice invoice = EInvoiceFile.read(root);
    assertThat(root.name().replaceFirst(".*:", "")).isEqualTo(expected.get("kind"));
    assertThat(invoice.lines()).hasSize((Integer) expected.get("lines"));
    assertThat(invoice.amounts().allowances()).hasSize((Integer) expected.get("allowances"));
    assertThat(invoice.amounts().charges()).hasSize((Integer) expected.get("charges"));
    assertThat(invoice.amounts().vat().stream().map(ReadGivenInvoicesTest::row).toList())
        .isEqualTo(rows(expected));
    assertThat(totals(invoice.amounts().totals())).isEqualTo(expectedTotals(expected));
    assertThat(CheckArithmetic.broken(FiguresOf.invoice(invoice)))
        .filteredOn(rule -> !rule.startsWith("line")) // no rule of EN 16931: told, not asked
        .isEqualTo(expected.get("brokenArithmetic"));
  }

  private static Map<String, Object> row(Amounts.Vat vat) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("category", vat.category().code());
    row.put("rate", vat.category().rate().map(ReadGivenInvoicesTest::plain).orElse("0"));
    row.put("base", plain(vat.base()));
    row.put("tax", plain(vat.tax()));
    return row;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> expected) {
    return ((List<Map<String, Object>>) expected.get("vatRows"))
        .stream()
            .map(
                one -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("category", one.get("category"));
                  row.put("rate", one.get("rate") == null ? "0" : plain(one.get("rate")));
                  row.put("base", plain(one.get("base")));
                  row.put("tax", plain(one.get("tax")));
                  return row;
                })
            .toList();
  }

  private static Map<String, String> totals(Amounts.Totals totals) {
    Map<String, String> told = new TreeMap<>();
    told.put("BT-106", plain(totals.lines()));
    put(told, "BT-107", totals.allowances());
    put(told, "BT-108", totals.charges());
    put(told, "BT-109", Optional.of(totals.net()));
    put(told, "BT-110", totals.tax());
    put(told, "BT-112", Optional.of(totals.gross()));
    put(told, "BT-113", totals.paid());
    put(told, "BT-114", totals.rounding());
    told.put("BT-115", plain(totals.due()));
    return told;
  }

  private static void put(Map<String, String> told, String term, Optional<BigDecimal> amount) {
    amount.filter(one -> one.signum() != 0).ifPresent(one -> told.put(term, plain(one)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> expectedTotals(Map<String, Object> expected) {
    Map<String, String> told = new TreeMap<>();
    ((Map<String, Object>) expected.get("totals"))
        .forEach((term, amount) -> told.put(term, plain(amount)));
    return told;
  }

  private static String plain(Object number) {
    BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
    return decimal.signum() == 0 ? "0" : decimal.toPlainString();
  }
}
