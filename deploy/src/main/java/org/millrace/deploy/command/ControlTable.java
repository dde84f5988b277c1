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

  private static final int SHOWN = 20;
  private long read;
  private long posted;
  private long present;
  private long changed;
  private long rejected;
  private boolean agrees = true;
  private boolean isDry;
  private String title = "";
  private final Map<String, Sums> sums = new TreeMap<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> rejects = new ArrayList<>();

  private record Sums(
      long rows,
      BigDecimal fileQuantity,
      BigDecimal ledgerQuantity,
      BigDecimal fileAmount,
      BigDecimal rounding,
      BigDecimal ledgerAmount) {

    static Sums of(JsonNode line) {
      return new Sums(
          line.path("rows").asLong(),
          decimal(line, "fileQuantity"),
          decimal(line, "ledgerQuantity"),
          decimal(line, "fileAmount"),
          decimal(line, "rounding"),
          decimal(line, "ledgerAmount"));
    }

    Sums plus(Sums other) {
      return new Sums(
          rows + other.rows,
          fileQuantity.add(other.fileQuantity),
          ledgerQuantity.add(other.ledgerQuantity),
          fileAmount.add(other.fileAmount),
          rounding.add(other.rounding),
          ledgerAmount.add(other.ledgerAmount));
    }

    private static BigDecimal decimal(JsonNode node, String field) {
      return new BigDecimal(node.path(field).asText("0"));
    }
  }

  /** Adds the last line of a file's import. */
  void add(JsonNode finished) {
    JsonNode rows = finished.path("rows");
    read += rows.path("read").asLong();
    posted += rows.path("posted").asLong();
    present += rows.path("there").asLong();
    changed += rows.path("changed").asLong();
    rejected += rows.path("rejected").asLong();
    agrees &= finished.path("agrees").asBoolean(true);
    isDry |= finished.path("dryRun").asBoolean();
    title = isDry ? "Dry run, nothing was changed. " : "";
    if (finished.has("currency")) {
      title += "Control table, amounts in " + finished.path("currency").asText();
    }
    for (JsonNode line : finished.path("control")) {
      String key = line.path("month").asText() + " " + line.path("kind").asText();
      sums.merge(key, Sums.of(line), Sums::plus);
    }
  }

  void addChange(JsonNode change) {
    if (changes.size() < SHOWN) {
      changes.add(
          "  %s, line %s: the file has %s for %s, the books %s for %s"
              .formatted(
                  change.path("number").asText(),
                  change.path("line").asText(),
                  change.path("fileQuantity").asText(),
                  change.path("fileAmount").asText(),
                  change.path("bookQuantity").asText(),
                  change.path("bookAmount").asText()));
    }
  }

  void addReject(JsonNode reject) {
    if (rejects.size() < SHOWN) {
      rejects.add(
          "  %s line %s, %s '%s': %s; expected %s"
              .formatted(
                  reject.path("file").asText(),
                  reject.path("line").asText(),
                  reject.path("field").asText(),
                  reject.path("value").asText(),
                  reject.path("reason").asText(),
                  reject.path("expected").asText()));
    }
  }

  long read() {
    return read;
  }

  boolean isBalanced() {
    return agrees && read == posted + present + changed + rejected;
  }

  String text() {
    List<List<String>> rows = new ArrayList<>();
    sums.forEach(
        (key, s) ->
            rows.add(
                List.of(
                    key.substring(0, key.indexOf(' ')),
                    key.substring(key.indexOf(' ') + 1),
                    Long.toString(s.rows),
                    s.fileQuantity.stripTrailingZeros().toPlainString(),
                    s.ledgerQuantity.stripTrailingZeros().toPlainString(),
                    s.fileAmount.toPlainString(),
                    s.rounding.toPlainString(),
                    s.ledgerAmount.toPlainString(),
                    s.fileAmount.add(s.rounding).subtract(s.ledgerAmount).toPlainString())));
    StringBuilder text = new StringBuilder(title.isEmpty() ? "" : title + "\n");
    if (!rows.isEmpty()) {
      text.append(
          Table.text(
              List.of(
                  "month",
                  "kind",
                  "rows",
                  "file qty",
                  "ledger qty",
                  "file amount",
                  "rounding",
                  "ledger amount",
                  "difference"),
              rows));
    }
    text.append(
        "Rows read %,d = %s %,d + already there %,d%s + %s %,d  %s%n"
            .formatted(
                read,
                isDry ? "to post" : "posted",
                posted,
                present,
                changed == 0 ? "" : " + changed %,d".formatted(changed),
                isDry ? "to reject" : "rejected",
                rejected,
                isBalanced() ? "(agrees)" : "(DOES NOT AGREE)"));
    if (!changes.isEmpty()) {
      text.append(
          "Rows that differ from what is posted under their number were not posted. Correct the"
              + " documents in the books where the file is right:\n");
      changes.forEach(line -> text.append(line).append('\n'));
      text.append(changed > changes.size() ? "  and perhaps more\n" : "");
    }
    if (!rejects.isEmpty()) {
      text.append(
          isDry
              ? "Rows that an import would reject:\n"
              : "Rejected rows are kept with their reason:\n");
      rejects.forEach(line -> text.append(line).append('\n'));
      text.append(
          rejected > rejects.size() ? "  ... and " + (rejected - rejects.size()) + " more\n" : "");
      text.append(
          isDry
              ? "A dry run keeps none of them. Correct them in the file, or import it and correct"
                  + " what it rejects.\n"
              : "Correct them: ./millrace export rejects --company C --kind K --out rejects.csv,"
                  + " then import that file in the same way.\n");
    }
    return text.toString();
  }
}
