package org.millrace.settlement.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.Reversal;
import org.millrace.settlement.Allocation;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/allocations")
class AllocationsHttp extends DocumentEndpoints<Allocation, DocumentNumber> {
  private final AllocateItems allocate;
  private final BusinessTime time;

  AllocationsHttp(
      Documents<Allocation> allocations,
      DocumentHistory history,
      AllocateItems allocate,
      BusinessTime time) {
    super(allocations, history);
    this.allocate = allocate;
    this.time = time;
  }

  /**
   * Items of one party, in their order. Those without an amount are settled as far as the others
   * reach. Rates compare items of several currencies; a small rest is not left open.
   */
  record Allocating(
      List<Item> items,
      Optional<List<RateInto>> rates,
      Optional<List<SmallRest>> smallRests,
      Optional<LocalDate> date,
      Optional<Instant> occurredAt) {
    AllocateItems.Asked asked() {
      return new AllocateItems.Asked(
          items.stream().map(Item::asked).toList(),
          rates.orElse(List.of()).stream()
              .collect(Collectors.toMap(RateInto::currency, RateInto::rate, (a, b) -> b)),
          smallRests.orElse(List.of()).stream()
              .collect(Collectors.toMap(SmallRest::currency, SmallRest::amount, (a, b) -> b)),
          date);
    }
  }

  /** An item and how much of it, without its sign. */
  record Item(
      ItemKind kind, String number, @Amount(in = "documentCurrency") Optional<BigDecimal> amount) {
    AllocateItems.Item asked() {
      return new AllocateItems.Item(new ItemRef(kind, number), amount);
    }
  }

  /** How much of the currency of the first item is given for one unit of that currency. */
  record RateInto(Currency currency, ExchangeRate rate) {}

  /** Up to how much of an item in that currency goes to the exchange difference. */
  record SmallRest(Currency currency, @Amount(in = "currency") BigDecimal amount) {}

  @PostMapping
  @RequiresPermission("settlement.write")
  ResponseEntity<DocumentAnswer<Allocation>> allocate(
      @PathVariable CompanyCode company, @RequestBody Allocating asked) {
    Instant moment = time.occurredAt(asked.date(), asked.occurredAt());
    return created(allocate.allocate(company, asked.asked(), moment));
  }

  /** The allocation that takes this one back. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("settlement.write")
  ResponseEntity<DocumentAnswer<Allocation>> reverse(
      Versioned<Allocation> allocation, @RequestBody Reversal asked) {
    return created(allocate.reverse(allocation, asked, time.occurredAt(Optional.empty())));
  }
}
