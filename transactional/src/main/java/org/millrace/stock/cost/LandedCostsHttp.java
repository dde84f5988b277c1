package org.millrace.stock.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("stock.read")
@RequestMapping("/api/companies/{company}/stock/landed-costs")
class LandedCostsHttp extends DocumentEndpoints<LandedCost, LandedCostNumber> {
  private final LandCosts costs;
  private final Companies companies;
  private final BusinessTime time;

  LandedCostsHttp(
      Documents<LandedCost> stored,
      DocumentHistory history,
      LandCosts costs,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.costs = costs;
    this.companies = companies;
    this.time = time;
  }

  /** What one of an item weighs, in any unit that is the same for all. */
  record Weight(ItemCode item, BigDecimal unitWeight) {
    Weight {
      new Problems()
          .require(unitWeight.signum() >= 0, "unitWeight", unitWeight, "0 or more")
          .refuse("The weight of " + item + " cannot be used");
    }
  }

  /** A cost of these receipts, and of which of their items if not of all. */
  record Landing(
      List<String> receipts,
      Optional<List<ItemCode>> items,
      @Amount BigDecimal amount,
      Optional<LandedCost.Basis> by,
      Optional<List<Weight>> weights,
      Optional<PartyCode> supplier,
      Optional<String> note,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {
    private LandCosts.Goods goods() {
      Map<ItemCode, BigDecimal> weighed =
          weights.orElse(List.of()).stream()
              .collect(Collectors.toMap(Weight::item, Weight::unitWeight, (a, b) -> b));
      return new LandCosts.Goods(receipts, items.orElse(List.of()), weighed);
    }
  }

  record Reversing(String reason, Optional<Instant> occurredAt, Optional<LocalDate> postingDate) {}

  @PostMapping
  @RequiresPermission("stock.cost")
  ResponseEntity<DocumentAnswer<LandedCost>> land(
      @PathVariable CompanyCode company, @RequestBody Landing asked) {
    Money amount = Money.of(asked.amount(), companies.named(company).currency());
    new Problems()
        .require(
            amount.equals(amount.rounded()),
            "amount",
            amount.amount(),
            "no parts of the smallest coin")
        .refuse("The landed cost cannot be posted");
    return created(
        costs.post(
            company,
            new LandCosts.Wanted(
                asked.goods(),
                amount,
                asked.by().orElse(LandedCost.Basis.VALUE),
                asked.supplier(),
                asked.note()),
            time.happened(asked.occurredAt(), asked.postingDate())));
  }

  /** The landed cost that takes this one back; it names the one it reverses. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("stock.cost")
  ResponseEntity<DocumentAnswer<LandedCost>> reverse(
      Versioned<LandedCost> cost, @RequestBody Reversing reversing) {
    return created(
        costs.reverse(
            cost,
            reversing.reason(),
            time.happened(reversing.occurredAt(), reversing.postingDate())));
  }
}
