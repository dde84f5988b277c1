package org.millrace.ledger.openitem;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.party.Company;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;

/** What of invoices is not paid yet; credit notes that are not paid out count against it. */
interface OpenItems {
  /** Which of the two: what customers owe us, or what we owe suppliers. */
  enum Side {
    RECEIVABLES,
    PAYABLES
  }

  /** What a partner owes, or is owed, by the days since it was due. */
  @Listed(
      searched = {"party", "partyName"},
      sorted = "-total",
      key = "party")
  record Balance(
      PartyCode party,
      String partyName,
      Money notDue,
      Money days1To30,
      Money days31To60,
      Money days61To90,
      Money over90,
      Money total,
      Currency currency) {
    /** Of a partner of whom nothing is open. */
    static Balance none(Party party, Currency currency) {
      Money zero = Money.zero(currency);
      return new Balance(party.code(), party.name(), zero, zero, zero, zero, zero, zero, currency);
    }
  }

  /** An invoice with an open amount; days overdue are 0 until it was due. */
  record Item(
      String number,
      LocalDate invoiceDate,
      LocalDate dueDate,
      int daysOverdue,
      Money netAmount,
      Money openAmount) {}

  /** The partners of whom something is open, the largest total first. */
  ListAnswer<Balance> balances(Company company, Side side, LocalDate today, ListRequest request);

  /** What is open of one partner. */
  Balance of(Company company, Side side, LocalDate today, Party party);

  /** The invoices behind it, those that were due first. */
  List<Item> items(Company company, Side side, LocalDate today, PartyCode party);
}
