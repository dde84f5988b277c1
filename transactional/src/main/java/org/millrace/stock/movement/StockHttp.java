package org.millrace.stock.movement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.UnitPrice;
import org.millrace.shared.Version;
import org.millrace.stock.Balance;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counting corrections, what lies where, and how goods moved. */
@RestController
@RequestMapping("/api/companies/{company}/stock")
class StockHttp {
  private final Stock stock;
  private final StockPagesJdbc pages;
  private final LotsJdbc lots;
  private final Companies companies;
  private final Items items;
  private final BusinessTime time;

  StockHttp(
      Stock stock,
      StockPagesJdbc pages,
      LotsJdbc lots,
      Companies companies,
      Items items,
      BusinessTime time) {
    this.stock = stock;
    this.pages = pages;
    this.lots = lots;
    this.companies = companies;
    this.items = items;
    this.time = time;
  }

  /** Goods found (+) or missing (-); goods found may name their unit cost. */
  record Line(
      ItemCode item,
      Optional<LocationCode> location,
      Quantity quantity,
      @Amount Optional<BigDecimal> unitCost,
      Optional<LotCode> lot,
      Optional<LocalDate> expiresOn) {
    Line {
      Problems problems = new Problems();
      unitCost.ifPresent(cost -> UnitPrice.require(problems, "unitCost", cost));
      problems.refuse("Item " + item + " cannot be moved");
    }
  }

  /** Why goods are counted in. */
  enum Reason {
    /** Found or missing: that is gain or loss. */
    ADJUSTMENT,
    /** There when the books began: that is neither. */
    OPENING,
    /** Used up: that is an expense. */
    CONSUMPTION
  }

  record Adjustment(
      List<Line> lines,
      Optional<Reason> reason,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {}

  @PostMapping("/movements")
  @RequiresPermission("stock.adjust")
  ResponseEntity<GoodsMoved> adjust(
      @PathVariable CompanyCode company, @RequestBody Adjustment asked) {
    Currency currency = companies.named(company).currency();
    Reason reason = asked.reason().orElse(Reason.ADJUSTMENT);
    refuseUncosted(company, reason, asked.lines());
    refuseBroughtBy(reason, asked.lines());
    List<GoodsMove.Line> lines =
        asked.lines().stream()
            .map(
                line ->
                    new GoodsMove.Line(
                        line.item(),
                        line.location().orElse(LocationCode.MAIN),
                        line.quantity(),
                        line.unitCost().map(cost -> Money.of(cost, currency)),
                        line.lot(),
                        Optional.empty(),
                        line.expiresOn()))
            .toList();
    return moved(company, MoveReason.valueOf(reason.name()), lines, asked);
  }

  private static void refuseBroughtBy(Reason reason, List<Line> lines) {
    Problems problems = new Problems();
    for (int i = 0; i < lines.size(); i++) {
      Quantity quantity = lines.get(i).quantity();
      problems.require(
          reason != Reason.CONSUMPTION || quantity.isNegative(),
          "lines." + (i + 1) + ".quantity",
          quantity,
          "below 0: what is used up leaves the stock");
    }
    problems.refuse("The goods cannot be used up");
  }

  /** Goods that come in without a cost, when none is known, would be worth nothing in silence. */
  private void refuseUncosted(CompanyCode company, Reason reason, List<Line> lines) {
    Set<ItemCode> asked =
        lines.stream()
            .filter(line -> line.quantity().isPositive() && line.unitCost().isEmpty())
            .map(Line::item)
            .collect(Collectors.toSet());
    if (asked.isEmpty()) {
      return;
    }
    Set<ItemCode> costed = reason == Reason.OPENING ? Set.of() : stock.costed(company, asked);
    Problems problems = new Problems();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      problems.require(
          !line.quantity().isPositive()
              || line.unitCost().isPresent()
              || costed.contains(line.item()),
          "lines." + (i + 1) + ".unitCost",
          "",
          "what one %s cost, 0 when it cost nothing: no cost of it is known"
              .formatted(line.item()));
    }
    problems.refuse("The goods cannot be counted in");
  }

  @GetMapping("/balances")
  @RequiresPermission("stock.read")
  @ListOf(StockPagesJdbc.BalanceColumns.class)
  ListAnswer<Balance> balances(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    Currency currency = companies.named(company).currency();
    return pages.balances(company, currency, ListRequest.of(query));
  }

  /** An item, in all locations together and in each. */
  record ItemStock(
      ItemCode item,
      String name,
      Quantity onHand,
      @Sensitive Money averageCost,
      @Sensitive Money value,
      List<Place> places,
      List<LotsJdbc.Lot> lots) {
    static ItemStock of(
        Item item, Currency currency, List<Balance> balances, List<LotsJdbc.Lot> lots) {
      Money none = Money.zero(currency);
      return new ItemStock(
          item.code(),
          item.name(),
          balances.stream().map(Balance::onHand).reduce(Quantity.ZERO, Quantity::plus),
          balances.stream().findFirst().map(Balance::averageCost).orElse(none),
          balances.stream().map(Balance::value).reduce(none, Money::plus),
          balances.stream().map(b -> new Place(b.location(), b.onHand(), b.value())).toList(),
          lots);
    }
  }

  /** What of an item lies at a location, and its share of the value. */
  record Place(LocationCode location, Quantity onHand, @Sensitive Money value) {}

  @GetMapping("/balances/{item}")
  @RequiresPermission("stock.read")
  ItemStock balance(@PathVariable CompanyCode company, @PathVariable ItemCode item) {
    Currency currency = companies.named(company).currency();
    return ItemStock.of(
        items.named(company, item),
        currency,
        stock.balances(company, List.of(item)),
        lots.of(company, currency, item));
  }

  /** All that moved at once for one document. */
  record Moved(
      String number,
      Instant occurredAt,
      MoveReason reason,
      String documentKind,
      String document,
      List<StockPagesJdbc.Row> lines) {
    static Moved of(List<StockPagesJdbc.Row> lines) {
      StockPagesJdbc.Row first = lines.get(0);
      return new Moved(
          first.number(),
          first.occurredAt(),
          first.reason(),
          first.documentKind(),
          first.document(),
          lines);
    }
  }

  @GetMapping("/movements/{number}")
  @RequiresPermission("stock.read")
  Moved movement(@PathVariable CompanyCode company, @PathVariable String number) {
    List<StockPagesJdbc.Row> lines =
        pages.movement(company, companies.named(company).currency(), number);
    if (lines.isEmpty()) {
      throw Refused.notFound(
          "There is no movement %s in company %s. Look it up in the list."
              .formatted(number, company));
    }
    return Moved.of(lines);
  }

  @GetMapping("/movements")
  @RequiresPermission("stock.read")
  @ListOf(StockPagesJdbc.Row.class)
  ListAnswer<StockPagesJdbc.Row> movements(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    Currency currency = companies.named(company).currency();
    return pages.movements(company, currency, ListRequest.of(query));
  }

  private ResponseEntity<GoodsMoved> moved(
      CompanyCode company, MoveReason reason, List<GoodsMove.Line> lines, Adjustment asked) {
    String word = reason.name().toLowerCase(java.util.Locale.ROOT);
    DocumentRef document = new DocumentRef("stock", word, pages.nextPaper());
    Happened happened = time.happened(asked.occurredAt(), asked.postingDate());
    GoodsMove move =
        new GoodsMove(reason, document, happened.occurredAt(), lines)
            .postedOn(happened.postingDate());
    return Replies.created(stock.move(company, List.of(move)).get(0), new Version(1));
  }
}
