package org.millrace.tax.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.millrace.einvoice.arithmetic.CheckArithmetic;
import org.millrace.einvoice.arithmetic.Figures;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells which rules of EN 16931 the figures of an electronic invoice break; stores nothing. */
@RestController("taxChecksHttp")
class ChecksHttp {
  private final Companies companies;

  ChecksHttp(Companies companies) {
    this.companies = companies;
  }

  record Asked(
      List<AskedLine> lines,
      Optional<List<Figures.Adjustment>> allowances,
      Optional<List<Figures.Adjustment>> charges,
      List<Figures.Vat> vat,
      Figures.Totals totals) {
    Figures invoice() {
      return new Figures(
          lines.stream().map(AskedLine::line).toList(),
          allowances.orElse(List.of()),
          charges.orElse(List.of()),
          vat,
          totals);
    }
  }

  record AskedLine(
      BigDecimal net,
      String category,
      Optional<BigDecimal> rate,
      Optional<BigDecimal> quantity,
      Optional<BigDecimal> price,
      Optional<BigDecimal> baseQuantity) {
    private Figures.Line line() {
      return new Figures.Line(
          net, category, rate, quantity, price, baseQuantity, Optional.empty(), Optional.empty());
    }
  }

  /** Valid when no rule is broken. */
  record Checked(boolean valid, List<String> broken) {}

  @PostMapping("/api/companies/{company}/tax/checks")
  @RequiresPermission("tax.read")
  Checked check(@PathVariable CompanyCode company, @RequestBody Asked asked) {
    companies.named(company);
    List<String> broken = CheckArithmetic.broken(asked.invoice());
    return new Checked(broken.isEmpty(), broken);
  }
}
