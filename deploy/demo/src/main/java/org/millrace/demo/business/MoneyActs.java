package org.millrace.demo.business;

import static org.millrace.demo.business.Acts.body;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.demo.business.Act.Link;

/** Words acts of the books as commands of the API: bank, taxes, assets, entries, approvals. */
final class MoneyActs {
  private MoneyActs() {}

  static Act rate(String from, String to, LocalDate day, BigDecimal rate) {
    return Act.of(
        "rate-" + from + "-" + day,
        Acts.HOME + "/currency/rates",
        Link.NONE,
        body(
            "fromCurrency",
            from,
            "toCurrency",
            to,
            "validFrom",
            day.toString(),
            "rate",
            rate.toPlainString(),
            "source",
            "Weekly rates of the house bank"));
  }

  /** What is owed in other currencies, at the rates of the last day of the month. */
  static Act revaluation(YearMonth month) {
    return Act.of(
        "revaluation-" + month,
        Acts.HOME + "/currency/revaluations",
        Link.NONE,
        body("date", month.atEndOfMonth().toString()));
  }

  /** Amounts of months by account, in EUR; who plans to spend more is warned. */
  static Act budget(int year, Map<String, List<Integer>> monthly) {
    List<Map<String, Object>> lines = new ArrayList<>();
    monthly.forEach(
        (account, amounts) -> {
          for (int month = 1; month <= amounts.size(); month++) {
            lines.add(
                body(
                    "account",
                    account,
                    "month",
                    LocalDate.of(year, month, 1).toString(),
                    "amount",
                    amounts.get(month - 1)));
          }
        });
    return Act.of(
        "budget-" + year,
        Acts.HOME + "/budget/budgets",
        Link.NONE,
        body(
            "code",
            "BUDGET-" + year,
            "name",
            "Budget " + year,
            "control",
            "warn",
            "span",
            "to-date",
            "lines",
            lines));
  }

  static Act orderPolicy(String code, String name, int fromAmount, String role) {
    return Act.of(
        "policy-" + code,
        Acts.HOME + "/approval/policies",
        Link.NONE,
        body(
            "code",
            code,
            "name",
            name,
            "documentType",
            "purchase-order",
            "fromAmount",
            fromAmount,
            "deadlineDays",
            3,
            "levels",
            List.of(body("role", role))));
  }

  static Act approval(String request, String name) {
    return Act.of(
            request + "/approval",
            Acts.HOME + "/approval/requests/{" + request + "}/approve",
            Link.approves(request, name),
            body("note", "Needed by the plan"))
        .approved();
  }

  static Act bankAccount(String code, String name, String iban) {
    return Act.of(
        "bank-account-" + code,
        Acts.HOME + "/bank/accounts",
        Link.NONE,
        body("code", code, "name", name, "iban", iban));
  }

  /** Lines with this text are booked to an account. */
  static Act bankRule(String text, String account) {
    return Act.of(
        "bank-rule-" + account,
        Acts.HOME + "/bank/rules",
        Link.NONE,
        body("text", text, "account", account));
  }

  /** Money in, or out below 0, as the bank tells it. */
  record BankLine(LocalDate date, BigDecimal amount, String text, String counterparty) {
    private Map<String, Object> words() {
      Map<String, Object> words = body("date", date.toString(), "amount", amount, "text", text);
      if (!counterparty.isEmpty()) {
        words.put("counterpartyName", counterparty);
      }
      return words;
    }
  }

  static Act bankStatement(String name, String account, List<BankLine> lines) {
    return Act.of(
        name,
        Acts.HOME + "/bank/statements",
        Link.makes(name),
        body(
            "account",
            account,
            "statementId",
            name,
            "lines",
            lines.stream().map(BankLine::words).toList()));
  }

  /** What the bank tells is booked where there is no doubt what it is. */
  static Act bankStatementMatched(String name) {
    return Act.of(
        name + "/accept",
        Acts.HOME + "/bank/statements/{" + name + "}/accept-safe",
        Link.changes(name),
        body());
  }

  static Act taxCode(
      String code, String name, String category, String reason, LocalDate from, int rate) {
    Map<String, Object> body =
        body(
            "code",
            code,
            "name",
            name,
            "category",
            category,
            "rates",
            List.of(body("validFrom", from.toString(), "rate", rate)));
    if (!reason.isEmpty()) {
      body.put("exemptionReason", reason);
    }
    return Act.of("tax-code-" + code, Acts.HOME + "/tax/codes", Link.NONE, body);
  }

  /** The return of a month; what is dated there later stands in the next. */
  static Act taxReturn(YearMonth month) {
    return Act.of(
        "tax-return-" + month,
        Acts.HOME + "/tax/returns",
        Link.NONE,
        body(
            "firstDay",
            month.atDay(1).toString(),
            "lastDay",
            month.atEndOfMonth().toString(),
            "style",
            "vat"));
  }

  /** Depreciated in equal parts month by month, with nothing left at the end. */
  static Act asset(String name, String title, int cost, LocalDate acquired, int months) {
    return Act.of(
        name,
        Acts.HOME + "/asset/assets",
        Link.makes(name),
        body(
            "name",
            title,
            "cost",
            cost,
            "acquiredOn",
            acquired.toString(),
            "life",
            months,
            "lifeUnit",
            "months"));
  }

  static Act depreciation(YearMonth month) {
    return Act.of(
        "depreciation-" + month,
        Acts.HOME + "/asset/depreciations",
        Link.NONE,
        body("through", month.atEndOfMonth().toString()));
  }

  static Act entry(String key, String text, String debit, String credit, BigDecimal amount) {
    Map<String, BigDecimal> signed = new LinkedHashMap<>();
    signed.put(debit, amount);
    signed.put(credit, amount.negate());
    return entry(key, text, signed);
  }

  /** Amounts by account, debit positive; an account with none is left out. */
  static Act entry(String key, String text, Map<String, BigDecimal> signed) {
    List<Map<String, Object>> lines = new ArrayList<>();
    signed.forEach(
        (account, amount) -> {
          if (amount.signum() != 0) {
            String side = amount.signum() > 0 ? "debit" : "credit";
            lines.add(body("account", account, side, amount.abs()));
          }
        });
    return Act.of(
        key, Acts.HOME + "/ledger/entries", Link.NONE, body("text", text, "lines", lines));
  }

  static Act periodClosed(YearMonth month) {
    return Act.of(
        "close-" + month,
        Acts.HOME + "/ledger/periods/" + month + "/close",
        Link.NONE,
        body("waiver", "What is open is done in the month after"));
  }
}
