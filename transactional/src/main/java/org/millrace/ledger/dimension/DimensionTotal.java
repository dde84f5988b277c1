package org.millrace.ledger.dimension;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.dimension.DimensionCode;
import org.millrace.dimension.DimensionValue;
import org.millrace.document.list.Listed;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.Money;

/**
 * What one month posted on an account with a value of a dimension; balance = debit - credit, in the
 * currency of the company. The id joins account, dimension, value and month.
 */
@Listed(
    searched = {"account", "accountName", "value", "label"},
    sorted = "account",
    key = "id")
record DimensionTotal(
    String id,
    LocalDate month,
    AccountCode account,
    String accountName,
    DimensionCode dimension,
    DimensionValue value,
    Optional<String> label,
    Money debit,
    Money credit,
    Money balance,
    Currency currency) {}
