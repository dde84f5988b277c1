package org.millrace.ledger.book;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.Money;

/**
 * The journal as hledger reads it: accounts below their kind, so that its balance sheet and income
 * statement find them; amounts debit positive; what was before the first day as an entry of its
 * own.
 */
final class HledgerJournal {
  private HledgerJournal() {}

  /** Amounts in the currency of the company, with what the document says beside them. */
  static void write(JournalBook book, OutputStream out) throws IOException {
    write(book, out, false);
  }

  /** Amounts of documents in other currencies, with what they cost in that of the company. */
  static void writeOriginal(JournalBook book, OutputStream out) throws IOException {
    write(book, out, true);
  }

  private static void write(JournalBook book, OutputStream out, boolean isOriginal)
      throws IOException {
    PrintWriter text =
        new PrintWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    String currency = book.company().currency().getCurrencyCode();
    int decimals = Money.digits(book.company().currency());
    text.printf(
        "; %s, %s: the journal from %s to %s, read %s%n",
        book.company().code(), plain(book.company().name()), book.from(), book.to(), book.readAt());
    text.printf("commodity %s %s%n%n", sample(decimals), currency);
    HledgerAmount amounts = new HledgerAmount(currency, isOriginal);
    List<JournalBook.AccountBalance> accounts = book.accounts();
    Map<AccountCode, String> names = new HashMap<>();
    for (JournalBook.AccountBalance one : accounts) {
      names.put(one.account().code(), name(one.account()));
      text.printf("account %s  ; type:%s%n", name(one.account()), letter(one.account().type()));
    }
    opening(book, accounts, text);
    book.read(entry -> entry(entry, names, text, amounts));
    text.flush();
    if (text.checkError()) {
      throw new IOException("The reader of the journal went away");
    }
  }

  private static void opening(
      JournalBook book, List<JournalBook.AccountBalance> accounts, PrintWriter text) {
    String currency = book.company().currency().getCurrencyCode();
    List<JournalBook.AccountBalance> open =
        accounts.stream().filter(one -> one.opening().signum() != 0).toList();
    if (open.isEmpty()) {
      return;
    }
    text.printf("%n%s Balances brought forward%n", book.from());
    open.forEach(
        one ->
            text.printf(
                "    %s  %s %s%n", name(one.account()), one.opening().toPlainString(), currency));
  }

  private static void entry(
      BookedEntry entry, Map<AccountCode, String> names, PrintWriter text, HledgerAmount amounts) {
    String partner = entry.partner().map(one -> ", partner:" + plain(one.code())).orElse("");
    text.printf(
        "%n%s (%d) %s  ; document:%s/%s/%s%s%n",
        entry.date(),
        entry.number(),
        plain(entry.text()),
        entry.document().domain(),
        entry.document().type(),
        plain(entry.document().number()),
        partner);
    for (BookedEntry.Line line : entry.lines()) {
      String account = Objects.requireNonNull(names.get(line.account()));
      text.printf("    %s  %s%n", account, amounts.of(line));
    }
  }

  private static String name(Account account) {
    return kind(account.type()) + ":" + account.code() + " " + plain(account.name());
  }

  private static String kind(Account.Type type) {
    return switch (type) {
      case ASSET -> "assets";
      case LIABILITY -> "liabilities";
      case EQUITY -> "equity";
      case REVENUE -> "revenues";
      case EXPENSE -> "expenses";
    };
  }

  private static char letter(Account.Type type) {
    return type == Account.Type.EXPENSE ? 'X' : type.name().charAt(0);
  }

  /** The format of amounts: hledger wants a decimal mark also where a currency has no decimals. */
  private static String sample(int decimals) {
    return "1000." + "0".repeat(decimals);
  }

  /** On one line, with single spaces, without what hledger takes for a comment or a note. */
  private static String plain(String text) {
    return text.replaceAll("[;|\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
  }
}
