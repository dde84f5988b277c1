package org.millrace.ledger.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.millrace.ledger.Account;
import org.millrace.party.Company;

/** The journal of a company from one day to another, each day within, read once from the front. */
interface JournalBook {
  Company company();

  LocalDate from();

  LocalDate to();

  /** When it is read. */
  Instant readAt();

  /** The accounts that are moved or have a balance, by code. */
  List<AccountBalance> accounts();

  /** The partners of the entries, by code. */
  List<BookPartner> partners();

  Totals totals();

  /** Gives the entries to a reader, in the order of their numbers, without holding them all. */
  void read(Consumer<BookedEntry> reader);

  /** An account with its balances before and after the book, debit positive. */
  record AccountBalance(Account account, BigDecimal opening, BigDecimal closing) {}

  /** A customer, a supplier, or both. */
  record BookPartner(
      String code, String name, String country, boolean customer, boolean supplier) {}

  /** How many entries, and the sums of both sides, which are equal. */
  record Totals(long entries, BigDecimal debit, BigDecimal credit) {}
}
