package org.millrace.bank.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.bank.BankAccount;
import org.millrace.bank.account.KeepAccounts;
import org.millrace.bank.booking.PayableItems;
import org.millrace.bank.match.OpenItem;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** Collects bills that are due, each once, and releases or gives up runs of them. */
final class CollectBills {
  private final Documents<PaymentRun> runs;
  private final KeepAccounts accounts;
  private final PayableItems items;

  CollectBills(Documents<PaymentRun> runs, KeepAccounts accounts, PayableItems items) {
    this.runs = runs;
    this.accounts = accounts;
    this.items = items;
  }

  /** Which bills: those due until a day, and those whose discount ends by then. */
  record Wanted(Optional<String> account, LocalDate paymentDate, LocalDate dueUntil) {}

  Versioned<PaymentRun> collect(CompanyCode company, Wanted wanted, Instant occurredAt) {
    BankAccount account = accounts.meant(company, wanted.account());
    Set<String> taken = taken(company);
    List<PaymentRun.Line> lines = new ArrayList<>();
    for (OpenItem item : items.payable(company, account.currency())) {
      if (!taken.contains(item.ref()) && isDue(item, wanted)) {
        lines.add(line(lines.size() + 1, item, wanted.paymentDate()));
      }
    }
    DocumentNumber number = new DocumentNumber(runs.nextNumber(company, wanted.paymentDate()));
    return runs.make(
        company,
        PaymentRun.collected(number, account, wanted.paymentDate(), lines),
        occurredAt,
        PaymentRunChanged::new);
  }

  /** Items of runs that were not given up; those that are settled are not open any more. */
  private Set<String> taken(CompanyCode company) {
    return Stream.of(PaymentRun.Status.DRAFT, PaymentRun.Status.RELEASED)
        .map(status -> status.name().toLowerCase(Locale.ROOT))
        .flatMap(status -> runs.having(company, Map.of("status", status)).stream())
        .flatMap(run -> run.document().lines().stream())
        .map(PaymentRun.Line::item)
        .collect(Collectors.toSet());
  }

  private static boolean isDue(OpenItem item, Wanted wanted) {
    boolean isEarly =
        item.discount()
            .map(OpenItem.Discount::until)
            .filter(until -> !until.isBefore(wanted.paymentDate()))
            .filter(until -> !until.isAfter(wanted.dueUntil()))
            .isPresent();
    return isEarly || !item.due().isAfter(wanted.dueUntil());
  }

  private static PaymentRun.Line line(int number, OpenItem item, LocalDate day) {
    Money open = item.amount().negated();
    Money discount =
        item.discount()
            .filter(left -> !day.isAfter(left.until()))
            .map(OpenItem.Discount::amount)
            .orElse(Money.zero(open.currency()));
    return new PaymentRun.Line(
        number,
        item.ref(),
        item.reference().or(item::number).orElse(item.ref()),
        item.partner().code(),
        item.partner().name(),
        item.partner().ibans().stream().findFirst(),
        item.due(),
        open.minus(discount),
        discount);
  }

  Versioned<PaymentRun> release(Versioned<PaymentRun> before, Instant occurredAt) {
    return runs.change(before, before.document().released(), occurredAt, PaymentRunChanged::new);
  }

  Versioned<PaymentRun> cancel(Versioned<PaymentRun> before, Instant occurredAt) {
    return runs.change(before, before.document().cancelled(), occurredAt, PaymentRunChanged::new);
  }
}
