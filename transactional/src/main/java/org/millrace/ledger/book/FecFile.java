package org.millrace.ledger.book;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The journal as the French tax office takes it: 18 columns with tabs between them, days as
 * YYYYMMDD, amounts with a comma; balances brought forward stand first, in the journal AN.
 */
final class FecFile {
  private static final String HEADER =
      String.join(
          "\t",
          List.of(
              "JournalCode",
              "JournalLib",
              "EcritureNum",
              "EcritureDate",
              "CompteNum",
              "CompteLib",
              "CompAuxNum",
              "CompAuxLib",
              "PieceRef",
              "PieceDate",
              "EcritureLib",
              "Debit",
              "Credit",
              "EcritureLet",
              "DateLet",
              "ValidDate",
              "Montantdevise",
              "Idevise"));
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Columns behind those of the lettering. */
  private static final int LAST = 3;

  private FecFile() {}

  static void write(JournalBook book, OutputStream out) throws IOException {
    PrintWriter text =
        new PrintWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    text.print(HEADER + "\r\n");
    book.accounts().stream()
        .filter(one -> one.opening().signum() != 0)
        .forEach(one -> opening(book, one, text));
    book.read(entry -> entry(entry, text));
    text.flush();
    if (text.checkError()) {
      throw new IOException("The reader of the journal went away");
    }
  }

  private static void opening(JournalBook book, JournalBook.AccountBalance one, PrintWriter text) {
    BigDecimal none = BigDecimal.ZERO.setScale(one.opening().scale());
    row(
        text,
        "AN",
        "Balances brought forward",
        "0",
        day(book.from()),
        one.account().code().value(),
        one.account().name(),
        "",
        "",
        "AN",
        day(book.from()),
        "Balances brought forward",
        amount(one.opening().max(none)),
        amount(one.opening().negate().max(none)),
        day(book.from()),
        "",
        "");
  }

  private static void entry(BookedEntry entry, PrintWriter text) {
    String journal = entry.document().domain();
    String date = day(entry.date());
    for (BookedEntry.Line line : entry.lines()) {
      row(
          text,
          journal.toUpperCase(Locale.ROOT),
          journal,
          Long.toString(entry.number()),
          date,
          line.account().value(),
          line.accountName(),
          entry.partner().map(BookedEntry.Partner::code).orElse(""),
          entry.partner().map(BookedEntry.Partner::name).orElse(""),
          entry.document().number(),
          date,
          entry.text(),
          amount(line.debit()),
          amount(line.credit()),
          day(entry.recordedAt().atZone(ZoneOffset.UTC).toLocalDate()),
          line.original().map(told -> amount(told.amount())).orElse(""),
          line.original().map(told -> told.currency().getCurrencyCode()).orElse(""));
    }
  }

  /**
   * The columns from first to credit, the day of validation, and amount and currency of the
   * document; nothing is lettered.
   */
  private static void row(PrintWriter text, String... columns) {
    List<String> all = new ArrayList<>(columns.length + 2);
    for (String column : columns) {
      all.add(plain(column));
    }
    all.addAll(columns.length - LAST, List.of("", ""));
    text.print(String.join("\t", all) + "\r\n");
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String amount(BigDecimal amount) {
    return amount.toPlainString().replace('.', ',');
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }
}
