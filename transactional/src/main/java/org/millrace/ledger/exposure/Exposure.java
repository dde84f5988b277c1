package org.millrace.ledger.exposure;

import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;

/**
 * Netted over all roles of a party and of those that were merged into it: balance = receivables -
 * payables; exposure = balance + open orders, which are delivered or not and not invoiced yet, net;
 * available = credit limit - exposure.
 */
@Listed(
    searched = {"party", "partyName"},
    sorted = "-exposure",
    key = "party")
record Exposure(
    PartyCode party,
    String partyName,
    Money receivables,
    Money payables,
    Money balance,
    Money openOrders,
    Money exposure,
    Optional<Money> creditLimit,
    Optional<Money> available,
    Currency currency) {}
