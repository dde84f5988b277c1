package org.millrace.bank.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.bank.account.KeepAccounts;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("bank.read")
@RequestMapping("/api/companies/{company}/bank/payment-runs")
class RunsHttp extends DocumentEndpoints<PaymentRun, DocumentNumber> {
  private final CollectBills collect;
  private final KeepAccounts accounts;
  private final Companies companies;
  private final BusinessTime time;

  RunsHttp(
      Documents<PaymentRun> runs,
      DocumentHistory history,
      CollectBills collect,
      KeepAccounts accounts,
      Companies companies,
      BusinessTime time) {
    super(runs, history);
    this.collect = collect;
    this.accounts = accounts;
    this.companies = companies;
    this.time = time;
  }

  /**
   * Bills that are due until a day, that of payment when not said, or lose their discount by then.
   */
  record NewRun(
      Optional<String> account,
      LocalDate paymentDate,
      Optional<LocalDate> dueUntil,
      Optional<Instant> occurredAt) {}

  record Happening(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("bank.pay")
  ResponseEntity<DocumentAnswer<PaymentRun>> collect(
      @PathVariable CompanyCode company, @RequestBody NewRun asked) {
    return created(
        collect.collect(
            company,
            new CollectBills.Wanted(
                asked.account(), asked.paymentDate(), asked.dueUntil().orElse(asked.paymentDate())),
            time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/release")
  @RequiresPermission("bank.pay")
  ResponseEntity<DocumentAnswer<PaymentRun>> release(
      Versioned<PaymentRun> run, @RequestBody Happening happening) {
    return ok(collect.release(run, time.occurredAt(happening.occurredAt())));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("bank.pay")
  ResponseEntity<DocumentAnswer<PaymentRun>> cancel(
      Versioned<PaymentRun> run, @RequestBody Happening happening) {
    return ok(collect.cancel(run, time.occurredAt(happening.occurredAt())));
  }

  /** The file for the bank, pain.001.001.09. */
  @GetMapping(path = "/{number}/pain.001", produces = MediaType.APPLICATION_XML_VALUE)
  @RequiresPermission("bank.pay")
  ResponseEntity<String> file(
      @PathVariable CompanyCode company, @PathVariable DocumentNumber number) {
    PaymentRun run = documents().named(company, number).document();
    if (run.status() != PaymentRun.Status.RELEASED) {
      throw Refused.conflict(
          "%s has no file for the bank: release it first."
              .formatted(PaymentRun.KIND.titled(number)));
    }
    String text =
        WritePain.of(
            run,
            accounts.meant(company, Optional.of(run.account().value())),
            companies.named(company).name(),
            time.occurredAt(Optional.empty()));
    return ResponseEntity.ok(text);
  }
}
