package org.millrace.cash.forecast;

import java.time.LocalDate;
import java.util.Currency;
import org.millrace.document.list.Listed;
import org.millrace.shared.Money;

/**
 * A week of a bank account, in the currency of the company: closing = opening + receipts + payments
 * + sales orders + purchase orders + planned, where what goes out is below 0. The first week opens
 * with what the books have now; each other one with the closing of the one before.
 *
 * @param key account and week, by which it is asked for
 * @param account code of the bank account; CASH for the account of the ledger that no bank has
 * @param week its Monday
 * @param receipts open items of customers
 * @param payments open items of suppliers, those of payment runs on the day of the run
 */
@Listed(
    searched = {"account"},
    sorted = "account,week",
    key = {"account", "week"})
record CashWeek(
    String key,
    String account,
    LocalDate week,
    Money opening,
    Money receipts,
    Money payments,
    Money salesOrders,
    Money purchaseOrders,
    Money planned,
    Money closing,
    Currency currency) {}
