package org.millrace.exchange.bank;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.bank.camt.CamtFile;
import org.millrace.bank.camt.CamtStatement;
import org.millrace.bank.camt.CamtStatement.Balance;
import org.millrace.bank.camt.CamtStatement.Entry;
import org.millrace.bank.camt.CamtStatement.Transaction;

/**
 * A file of camt messages written as the rows of bank statements: one for each booking, and one for
 * each payment inside a batch.
 */
public final class CamtAsTable {
  private static final List<String> STATEMENT =
      List.of(
          "number",
          "account",
          "statement_id",
          "kind",
          "statement_date",
          "opening_balance",
          "closing_balance",
          "currency",
          "remark");
  private static final List<String> LINE =
      List.of(
          "date",
          "value_date",
          "amount",
          "text",
          "counterparty_name",
          "counterparty_iban",
          "reference",
          "bank_reference",
          "reversal",
          "pending",
          "detail_of");

  private final BufferedWriter out;
  private int statements;

  private CamtAsTable(BufferedWriter out) {
    this.out = out;
  }

  /**
   * Rewrites a file of XML in its place; others stay as they are.
   *
   * @param name how the file is called in refusals
   * @throws org.millrace.shared.Refused when it is XML but no such message
   */
  public static void rewrite(Path file, String name) {
    try {
      if (!CamtFile.isXml(file)) {
        return;
      }
      Path table = Files.createTempFile("camt-", ".csv");
      try {
        try (BufferedWriter out = Files.newBufferedWriter(table, StandardCharsets.UTF_8)) {
          CamtAsTable rows = new CamtAsTable(out);
          rows.header();
          CamtFile.read(file, name, rows::statement);
        }
        Files.copy(table, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.delete(table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + name, e);
    }
  }

  private void header() {
    List<String> columns = new ArrayList<>(STATEMENT);
    LINE.forEach(column -> columns.add("lines." + column));
    write(columns);
  }

  private void statement(CamtStatement statement) {
    Map<String, String> head = head(statement);
    if (statement.entries().isEmpty()) {
      write(head, Map.of());
    }
    int line = 0;
    for (Entry entry : statement.entries()) {
      write(head, entry(statement, entry));
      int of = ++line;
      if (entry.details().size() > 1) {
        for (Transaction detail : entry.details()) {
          if (isCounted(detail, entry)) {
            write(head, detail(statement, entry, detail, of));
            line++;
          }
        }
      }
    }
  }

  private static boolean isCounted(Transaction detail, Entry entry) {
    return detail.amount().filter(amount -> amount.signum() != 0).isPresent()
        && (detail.currency().isEmpty() || detail.currency().equals(entry.currency()));
  }

  private Map<String, String> head(CamtStatement statement) {
    Map<String, String> head = new LinkedHashMap<>();
    Optional<Balance> opening = statement.balance("OPBD", "PRCD");
    Optional<Balance> closing = statement.balance("CLBD");
    head.put("number", statement.id() + " " + ++statements);
    head.put("account", statement.account().orElse(""));
    head.put("statement_id", statement.id());
    head.put("kind", statement.kind());
    head.put("statement_date", date(closing.flatMap(Balance::date).or(statement::date)));
    head.put("opening_balance", amount(opening.map(Balance::amount)));
    head.put("closing_balance", amount(closing.map(Balance::amount)));
    head.put("currency", currency(statement).orElse(""));
    head.put("remark", remark(statement, List.of(opening, closing)));
    return head;
  }

  /** That of the account, else the only one of the entries, else that of the opening balance. */
  private static Optional<String> currency(CamtStatement statement) {
    List<String> ofEntries =
        statement.entries().stream().flatMap(e -> e.currency().stream()).distinct().toList();
    return statement
        .currency()
        .or(() -> ofEntries.stream().findFirst())
        .or(() -> statement.balance("OPBD", "PRCD", "CLBD").flatMap(Balance::currency));
  }

  private static String remark(CamtStatement statement, List<Optional<Balance>> balances) {
    String currency = currency(statement).orElse("");
    List<String> remarks = new ArrayList<>();
    remarks.add(statement.message());
    for (Optional<Balance> balance : balances) {
      balance
          .filter(each -> each.currency().filter(c -> !c.equals(currency)).isPresent())
          .ifPresent(
              each ->
                  remarks.add(
                      "balance %s is in %s".formatted(each.type(), each.currency().orElse(""))));
    }
    return String.join("; ", remarks);
  }

  private static Map<String, String> entry(CamtStatement statement, Entry entry) {
    Map<String, String> cells = told(entry.told());
    String own = entry.told().text();
    String text =
        entry.details().size() > 1 && own.isEmpty()
            ? entry.details().stream()
                .filter(detail -> !isCounted(detail, entry))
                .map(Transaction::text)
                .collect(Collectors.joining(" "))
            : own;
    cells.put("text", text);
    cells.put("date", date(entry.date().or(entry::valueDate).or(statement::date)));
    cells.put("value_date", date(entry.valueDate()));
    cells.put("amount", entry.amount().toPlainString());
    cells.put("bank_reference", entry.bankReference().orElse(""));
    cells.put("reversal", entry.marks().reversal() ? "true" : "");
    cells.put("pending", entry.marks().pending() ? "true" : "");
    return cells;
  }

  private static Map<String, String> detail(
      CamtStatement statement, Entry entry, Transaction detail, int of) {
    Map<String, String> cells = told(detail);
    cells.put("date", date(entry.date().or(entry::valueDate).or(statement::date)));
    cells.put("amount", amount(detail.amount()));
    cells.put("detail_of", Integer.toString(of));
    return cells;
  }

  private static Map<String, String> told(Transaction told) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("text", told.text());
    cells.put("counterparty_name", told.name().orElse(""));
    cells.put("counterparty_iban", told.iban().orElse(""));
    cells.put("reference", told.reference().orElse(""));
    return cells;
  }

  private static String date(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }

  private static String amount(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toPlainString).orElse("");
  }

  private void write(Map<String, String> head, Map<String, String> line) {
    List<String> cells = new ArrayList<>();
    STATEMENT.forEach(column -> cells.add(head.getOrDefault(column, "")));
    LINE.forEach(column -> cells.add(line.getOrDefault(column, "")));
    write(cells);
  }

  private void write(List<String> cells) {
    try {
      out.write(
          cells.stream()
              .map(cell -> '"' + cell.replace("\"", "\"\"").replaceAll("\\s+", " ") + '"')
              .collect(Collectors.joining(",")));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("Writing a table of statements", e);
    }
  }
}
