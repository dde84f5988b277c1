package org.millrace.tax.code;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxComponent;
import org.millrace.tax.TaxPoint;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("tax.read")
@RequestMapping("/api/companies/{company}/tax/codes")
class TaxCodesHttp extends DocumentEndpoints<TaxCode, TaxCodeName> {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final AddTaxCodes codes;
  private final Companies companies;
  private final BusinessTime time;

  TaxCodesHttp(
      Documents<TaxCode> stored,
      DocumentHistory history,
      AddTaxCodes codes,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.codes = codes;
    this.companies = companies;
    this.time = time;
  }

  /** Standard, with the invoice and deductible in full when nothing else is said. */
  record NewTaxCode(
      TaxCodeName code,
      String name,
      Optional<TaxCategory> category,
      Optional<String> exemptionReason,
      Optional<TaxPoint> taxPoint,
      Optional<BigDecimal> deductiblePercent,
      List<NewRate> rates,
      Optional<Instant> occurredAt) {
    TaxCode taxCode() {
      return new TaxCode(
          code,
          name,
          category.orElse(TaxCategory.STANDARD),
          exemptionReason,
          taxPoint.orElse(TaxPoint.INVOICE),
          deductiblePercent.orElse(ALL),
          rates.stream().map(NewRate::asked).toList());
    }
  }

  record Change(
      String name,
      TaxCategory category,
      Optional<String> exemptionReason,
      TaxPoint taxPoint,
      BigDecimal deductiblePercent,
      List<NewRate> rates,
      Optional<Instant> occurredAt) {
    TaxCode of(TaxCode before) {
      return new TaxCode(
          before.code(),
          name,
          category,
          exemptionReason,
          taxPoint,
          deductiblePercent,
          rates.stream().map(NewRate::asked).toList());
    }
  }

  /** A percentage of its own, on top of the price, when nothing else is said. */
  record NewRate(
      Optional<Integer> component,
      LocalDate validFrom,
      Optional<TaxComponent.Basis> basis,
      BigDecimal rate,
      Optional<Boolean> included,
      Optional<Boolean> joinsBase) {
    TaxCode.Rate asked() {
      return new TaxCode.Rate(
          component.orElse(1),
          validFrom,
          basis.orElse(TaxComponent.Basis.PERCENT),
          rate,
          included.orElse(false),
          joinsBase.orElse(false));
    }
  }

  @PostMapping
  @RequiresPermission("tax.write")
  ResponseEntity<DocumentAnswer<TaxCode>> add(
      @PathVariable CompanyCode company, @RequestBody NewTaxCode asked) {
    companies.named(company);
    return created(codes.add(company, asked.taxCode(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("tax.write")
  ResponseEntity<DocumentAnswer<TaxCode>> change(
      Versioned<TaxCode> code, @RequestBody Change asked) {
    return ok(codes.change(code, asked.of(code.document()), time.occurredAt(asked.occurredAt())));
  }
}
