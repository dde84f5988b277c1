package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The months that a case closed, as they stood then, and what was booked after that: what comes
 * late for a closed month is one entry in an open one.
 */
public final class ClosedMonths {
  private static final String STOCK = "1200";
  private static final Map<String, String[]> ACCOUNTS =
      Map.of(
          "stock", new String[] {STOCK},
          "cogs", new String[] {"5000"},
          "costDifference", new String[] {"5000"},
          "expense", new String[] {"6000"},
          "adjustment", new String[] {"5100"},
          "priceVariance", new String[] {"5200"},
          "workInProgress", new String[] {"1250"},
          "goodsReceivedNotBilledOrPayable", new String[] {"2100", "2000"});

  private final Map<YearMonth, String> closed = new LinkedHashMap<>();
  private long lastEntry;
  private int late;

  /** Closes a month and all before it. */
  public void close(Books books, YearMonth month) {
    books.post("ledger/periods/" + month + "/close", Map.of("waiver", "As the case says"));
    closed.put(month, balances(books, month));
    lastEntry = newest(books);
    late = 0;
  }

  /** Whether that day lies in a closed month. */
  public boolean isClosed(LocalDate day) {
    return closed.keySet().stream().anyMatch(month -> !YearMonth.from(day).isAfter(month));
  }

  /** Another act was done. */
  void next() {
    late++;
  }

  private static String balances(Books books, YearMonth month) {
    return books.get("ledger/trial-balance?month=" + month).path("rows").toString();
  }

  private static long newest(Books books) {
    JsonNode rows = books.get("ledger/entries?size=1").path("rows");
    return rows.path(0).path("number").asLong(0);
  }

  /** Compares what is expected of what came late. */
  void compare(Fields expected, Books books, Comparison comparison) {
    expected.find("closedMonthUnchanged").ifPresent(unused -> unchanged(books, comparison));
    if (!expected.has("singlePosting") && !expected.has("postingDate")) {
      return;
    }
    Map<String, BigDecimal> sums = new TreeMap<>();
    TreeSet<String> days = new TreeSet<>();
    int entries = 0;
    for (JsonNode row : books.get("ledger/entries?size=500").path("rows")) {
      long number = row.path("number").asLong();
      if (number > lastEntry) {
        JsonNode entry = books.get("ledger/entries/" + number);
        entries += add(sums, entry) ? 1 : 0;
        days.add(entry.path("postingDate").asText());
      }
    }
    expected
        .findText("postingDate")
        .ifPresent(day -> comparison.same("posting date", "[" + day + "]", days.toString()));
    if (entries > late) {
      comparison.same("entries of the stock", "one an act", entries + " for " + late + " acts");
    }
    expected.object("singlePosting").ifPresent(posting -> posting(posting, sums, comparison));
  }

  private void unchanged(Books books, Comparison comparison) {
    closed.forEach(
        (month, then) -> comparison.same("closed " + month, then, balances(books, month)));
  }

  private static boolean add(Map<String, BigDecimal> sums, JsonNode entry) {
    boolean isOfStock = false;
    for (JsonNode line : entry.path("lines")) {
      String account = line.path("account").asText();
      BigDecimal debit = new BigDecimal(line.path("debit").asText("0"));
      BigDecimal credit = new BigDecimal(line.path("credit").asText("0"));
      sums.merge(account, debit.subtract(credit), BigDecimal::add);
      isOfStock |= account.equals(STOCK);
    }
    return isOfStock;
  }

  /** Words for the same account are expected together. */
  private static void posting(Fields posting, Map<String, BigDecimal> sums, Comparison comparison) {
    Map<String, BigDecimal> expected = new TreeMap<>();
    for (String word : posting.names()) {
      String[] accounts =
          Optional.ofNullable(ACCOUNTS.get(word))
              .orElseThrow(() -> new UnknownWord(posting.where(), word));
      expected.merge(String.join("+", accounts), posting.number(word), BigDecimal::add);
    }
    expected.forEach(
        (accounts, amount) -> {
          BigDecimal booked = BigDecimal.ZERO;
          for (String account : accounts.split("\\+")) {
            booked = booked.add(sums.getOrDefault(account, BigDecimal.ZERO));
          }
          comparison.equal("single posting, " + accounts, amount, booked);
        });
  }
}
