package org.millrace.sales.rebate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DetailedEndpoints;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.tax.TaxCodeName;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/rebate-agreements")
class RebatesHttp extends DetailedEndpoints<RebateAgreement, RebateNumber, RebatesHttp.WithEarned> {
  private final Acts acts;
  private final Companies companies;
  private final BusinessTime time;

  RebatesHttp(
      Documents<RebateAgreement> agreements,
      DocumentHistory history,
      Acts acts,
      Companies companies,
      BusinessTime time) {
    super(agreements, history);
    this.acts = acts;
    this.companies = companies;
    this.time = time;
  }

  /** What is done at the address. */
  record Acts(KeepRebates keep, SettleRebates settle, EarnRebates earn) {}

  /** An agreement with what it has earned until today. */
  record WithEarned(@JsonUnwrapped RebateAgreement rebateAgreement, EarnedRebate earned) {}

  /** From a turnover on: so many percent. */
  record AskedTier(@Amount(in = "agreedCurrency") BigDecimal fromTurnover, BigDecimal percent) {}

  /**
   * What is agreed on: all items of all invoices where no group and no currency is named, and the
   * highest tier counts for all of the turnover.
   */
  record Drafting(
      PartyCode customer,
      Optional<String> reference,
      LocalDate validFrom,
      LocalDate validTo,
      Optional<Currency> agreedCurrency,
      Optional<ItemGroupCode> itemGroup,
      Optional<TierMethod> tierMethod,
      ItemCode creditItem,
      Optional<TaxCodeName> taxCode,
      List<AskedTier> tiers,
      Optional<Instant> occurredAt) {
    RebateAgreement.Terms terms(Currency home) {
      List<RebateTiers.Tier> numbered = new ArrayList<>();
      for (AskedTier tier : tiers) {
        numbered.add(
            new RebateTiers.Tier(numbered.size() + 1, tier.fromTurnover(), tier.percent()));
      }
      return new RebateAgreement.Terms(
          reference,
          validFrom,
          validTo,
          agreedCurrency.orElse(home),
          itemGroup,
          new RebateTiers(tierMethod.orElse(TierMethod.WHOLE_TURNOVER), numbered),
          creditItem,
          taxCode);
    }
  }

  record Happening(Optional<Instant> occurredAt) {}

  /** By the documents until that day, which is today when none is named. */
  record Dating(Optional<LocalDate> date) {}

  /** The same; before the last day of the agreement it has to be confirmed. */
  record Settling(Optional<LocalDate> date, Optional<Boolean> confirmed) {}

  /** Why, and on which day. */
  record Explaining(String reason, Optional<LocalDate> date) {}

  @Override
  protected WithEarned shown(Versioned<RebateAgreement> stored) {
    return new WithEarned(stored.document(), earned(stored, Optional.empty()));
  }

  private EarnedRebate earned(Versioned<RebateAgreement> stored, Optional<LocalDate> until) {
    LocalDate today = companies.dayOf(stored.company(), time.occurredAt(Optional.empty()));
    return acts.earn().shown(stored.company(), stored.document(), until.orElse(today));
  }

  /** What is earned by the documents until a day, today when none is named. */
  @GetMapping("/{number}/earned")
  EarnedRebate earned(
      @PathVariable CompanyCode company,
      @PathVariable RebateNumber number,
      @RequestParam Optional<LocalDate> until) {
    return earned(documents().named(company, number), until);
  }

  @PostMapping
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<RebateAgreement>> draft(
      @PathVariable CompanyCode company, @RequestBody Drafting asked) {
    return created(
        acts.keep()
            .draft(
                company,
                asked.customer(),
                asked.terms(companies.named(company).currency()),
                time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<RebateAgreement>> change(
      Versioned<RebateAgreement> before, @RequestBody Drafting asked) {
    return ok(
        acts.keep()
            .change(
                before,
                asked.customer(),
                asked.terms(before.document().currency()),
                time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/activate")
  @RequiresPermission("sales.rebate")
  ResponseEntity<DocumentAnswer<RebateAgreement>> activate(
      Versioned<RebateAgreement> before, @RequestBody Happening asked) {
    return ok(acts.keep().activate(before, time.occurredAt(asked.occurredAt())));
  }

  /** Accrues what is earned, as a correction to what was accrued before. */
  @PostMapping("/{number}/accrue")
  @RequiresPermission("sales.rebate")
  ResponseEntity<DocumentAnswer<RebateAgreement>> accrue(
      Versioned<RebateAgreement> before, @RequestBody Dating asked) {
    return ok(acts.keep().accrue(before, asked.date(), now()));
  }

  /** Takes back the last accrual. */
  @PostMapping("/{number}/reverse-accrual")
  @RequiresPermission("sales.rebate")
  ResponseEntity<DocumentAnswer<RebateAgreement>> reverseAccrual(
      Versioned<RebateAgreement> before, @RequestBody Dating asked) {
    return ok(acts.keep().reverseAccrual(before, asked.date(), now()));
  }

  /** Credits what is earned. */
  @PostMapping("/{number}/settle")
  @RequiresPermission("sales.rebate")
  ResponseEntity<DocumentAnswer<RebateAgreement>> settle(
      Versioned<RebateAgreement> before, @RequestBody Settling asked) {
    return ok(
        acts.settle()
            .settle(
                before,
                new SettleRebates.Asked(asked.date(), asked.confirmed().orElse(false)),
                now()));
  }

  /** Bills what was credited, so that it can be settled again. */
  @PostMapping("/{number}/reopen")
  @RequiresPermission("sales.rebate")
  ResponseEntity<DocumentAnswer<RebateAgreement>> reopen(
      Versioned<RebateAgreement> before, @RequestBody Explaining asked) {
    return ok(acts.settle().reopen(before, asked.reason(), asked.date(), now()));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("sales.rebate")
  ResponseEntity<DocumentAnswer<RebateAgreement>> cancel(
      Versioned<RebateAgreement> before, @RequestBody Explaining asked) {
    return ok(acts.keep().cancel(before, asked.reason(), asked.date(), now()));
  }

  private Instant now() {
    return time.occurredAt(Optional.empty());
  }
}
