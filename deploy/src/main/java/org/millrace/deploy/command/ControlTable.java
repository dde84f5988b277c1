package org.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.deploy.terminal.Table;

/** The account an import gives of itself: rows by outcome, and months, file against ledger. */
final class ControlTable {

  private static final int REJECTS_SHOWN = 20;
  private long read;
  private long posted;
  private long present;
  private long rejected;
  private final Map<String, Month> months = new TreeMap<>();
  private final List<String> rejects = new ArrayList<>();

  private record Month(BigDecimal quantity, BigDecimal amount, BigDecimal ledger) {
    Month plus(Month other) {
      return new Month(
          quantity.add(other.quantity), amount.add(other.amount), ledger.add(other.ledger));
    }
  }

  void add(String file, JsonNode control) {
    read += control.path("rowsRead").asLong();
    posted += control.path("rowsPosted").asLong();
    present += control.path("rowsAlreadyThere").asLong();
    rejected += control.path("rowsRejected").asLong();
    for (JsonNode month : control.path("months")) {
      months.merge(
          month.path("month").asText(),
          new Month(
              decimal(month, "quantity"), decimal(month, "amount"), decimal(month, "ledgerAmount")),
          Month::plus);
    }
    for (JsonNode reject : control.path("rejects")) {
      if (rejects.size() < REJECTS_SHOWN) {
        rejects.add(
            "  %s line %s, %s '%s': %s"
                .formatted(
                    file,
                    reject.path("line").asText(),
                    reject.path("field").asText(),
                    reject.path("value").asText(),
                    reject.path("reason").asText()));
      }
    }
  }

  private static BigDecimal decimal(JsonNode node, String field) {
    return node.hasNonNull(field) ? new BigDecimal(node.get(field).asText()) : BigDecimal.ZERO;
  }

  long read() {
    return read;
  }

  boolean isBalanced() {
    return read == posted + present + rejected
        && months.values().stream().allMatch(m -> m.amount.compareTo(m.ledger) == 0);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Rows read %,d = posted %,d + already there %,d + rejected %,d  %s%n"
            .formatted(
                read,
                posted,
                present,
                rejected,
                read == posted + present + rejected ? "(agrees)" : "(DOES NOT AGREE)"));
    List<List<String>> rows = new ArrayList<>();
    months.forEach(
        (month, sums) ->
            rows.add(
                List.of(
                    month,
                    sums.quantity.stripTrailingZeros().toPlainString(),
                    sums.amount.toPlainString(),
                    sums.ledger.toPlainString(),
                    sums.amount.subtract(sums.ledger).toPlainString())));
    if (!rows.isEmpty()) {
      text.append(Table.text(List.of("month", "quantity", "file", "ledger", "difference"), rows));
    }
    if (rejected > 0) {
      text.append("Rejected rows (").append(rejected).append("), kept to be corrected:\n");
      rejects.forEach(line -> text.append(line).append('\n'));
      text.append("Correct them: ./millrace export rejects --company C --out rejects.csv\n");
    }
    return text.toString();
  }
}
