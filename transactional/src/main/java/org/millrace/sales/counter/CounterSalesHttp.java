package org.millrace.sales.counter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.sales.master.AskedLine;
import org.millrace.sales.master.FillLines;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.LotShares;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxTerms;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/counter-sales")
class CounterSalesHttp extends DocumentEndpoints<CounterSale, CounterSaleNumber> {
  private final SellAtCounter counter;
  private final BusinessTime time;

  CounterSalesHttp(
      Documents<CounterSale> sales,
      DocumentHistory history,
      SellAtCounter counter,
      BusinessTime time) {
    super(sales, history);
    this.counter = counter;
    this.time = time;
  }

  /**
   * Who buys what, from where, and the money that he hands over: all that is due when none is
   * named. Prices are net unless they include the tax.
   */
  record Selling(
      PartyCode customer,
      List<Sold> lines,
      Optional<LocationCode> location,
      Optional<Boolean> pricesInclude,
      @Amount Optional<BigDecimal> documentDiscount,
      @Amount Optional<BigDecimal> tendered,
      Optional<Instant> occurredAt) {
    private LotShares lots() {
      return LotShares.of(
          IntStream.range(0, lines.size()).boxed().toList(),
          at -> at + 1,
          at -> new LotShares.Share(lines.get(at).quantity(), lines.get(at).lot()));
    }
  }

  /** So many of an item as on a line of an order, and of which lot where lots are kept. */
  record Sold(
      ItemCode item,
      Quantity quantity,
      Optional<Unit> unit,
      @Amount Optional<BigDecimal> unitPrice,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      Optional<LotCode> lot,
      Optional<DimensionValues> dimensions) {
    private AskedLine asked() {
      return new AskedLine(item, quantity, unit, unitPrice, taxCode, discountPercent, dimensions);
    }
  }

  @PostMapping
  @RequiresPermission("sales.counter")
  ResponseEntity<DocumentAnswer<CounterSale>> sell(
      @PathVariable CompanyCode company, @RequestBody Selling asked) {
    FillLines.By by =
        new FillLines.By(company, asked.customer(), time.occurredAt(asked.occurredAt()));
    SellAtCounter.Wanted wanted =
        new SellAtCounter.Wanted(
            asked.lines().stream().map(Sold::asked).toList(),
            asked.lots(),
            asked.location(),
            TaxTerms.of(asked.pricesInclude(), asked.documentDiscount(), Optional.empty()),
            asked.tendered());
    return created(counter.sell(by, wanted));
  }
}
