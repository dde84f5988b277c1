package org.millrace.asset.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.asset.Asset;
import org.millrace.asset.AssetAct;
import org.millrace.asset.AssetChange;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("asset.read")
@RequestMapping("/api/companies/{company}/asset/assets")
class AssetsHttp extends DocumentEndpoints<Asset, DocumentNumber> {
  private final KeepAssets keep;
  private final AskedAssets asked;

  AssetsHttp(Documents<Asset> assets, DocumentHistory history, KeepAssets keep, AskedAssets asked) {
    super(assets, history);
    this.keep = keep;
    this.asked = asked;
  }

  record Depreciating(LocalDate through, Optional<Boolean> confirmed) {}

  record Reversing(LocalDate through, String reason, Optional<LocalDate> date) {}

  record Using(Quantity units, Optional<LocalDate> date, Optional<Boolean> confirmed) {}

  record Capitalising(
      @Amount BigDecimal amount, Optional<LocalDate> date, Optional<Boolean> confirmed) {}

  record Revaluing(
      @Amount Optional<BigDecimal> fairValue,
      @Amount Optional<BigDecimal> newCost,
      Optional<LocalDate> date,
      Optional<Boolean> confirmed) {}

  record Estimating(
      Optional<Quantity> life,
      @Amount Optional<BigDecimal> residual,
      Optional<String> book,
      Optional<LocalDate> date,
      Optional<Boolean> confirmed) {}

  record Disposing(
      @Amount BigDecimal price, Optional<LocalDate> date, Optional<Boolean> confirmed) {}

  @PostMapping
  @RequiresPermission("asset.write")
  ResponseEntity<DocumentAnswer<Asset>> acquire(
      @PathVariable CompanyCode company, @RequestBody AskedAssets.Acquiring acquiring) {
    return created(keep.acquire(company, asked.acquisition(company, acquiring)));
  }

  /** Charges of all periods that end by that day. */
  @PostMapping("/{number}/depreciate")
  @RequiresPermission("asset.write")
  ResponseEntity<DocumentAnswer<Asset>> depreciate(
      Versioned<Asset> asset, @RequestBody Depreciating depreciating) {
    LocalDate through =
        day(asset, "through", Optional.of(depreciating.through()), depreciating.confirmed());
    return ok(keep.depreciate(asset, through));
  }

  /** Takes back what was charged after a day by mistake. */
  @PostMapping("/{number}/reverse-depreciation")
  @RequiresPermission("asset.write")
  ResponseEntity<DocumentAnswer<Asset>> reverse(
      Versioned<Asset> asset, @RequestBody Reversing reversing) {
    LocalDate date = day(asset, "date", reversing.date(), Optional.empty());
    return ok(keep.reverse(asset, reversing.through(), date, reversing.reason()));
  }

  @PostMapping("/{number}/use")
  @RequiresPermission("asset.write")
  ResponseEntity<DocumentAnswer<Asset>> use(Versioned<Asset> asset, @RequestBody Using using) {
    refuseUnless(asset, using.units().isPositive(), "units", using.units());
    LocalDate date = day(asset, "date", using.date(), using.confirmed());
    return ok(keep.change(asset, AssetAct.USE, date, AssetChange.Values.using(using.units())));
  }

  @PostMapping("/{number}/capitalise")
  @RequiresPermission("asset.write")
  ResponseEntity<DocumentAnswer<Asset>> capitalise(
      Versioned<Asset> asset, @RequestBody Capitalising capitalising) {
    refuseUnless(asset, capitalising.amount().signum() > 0, "amount", capitalising.amount());
    Money amount = money(asset, "amount", capitalising.amount());
    LocalDate date = day(asset, "date", capitalising.date(), capitalising.confirmed());
    return ok(keep.change(asset, AssetAct.CAPITALISE, date, AssetChange.Values.adding(amount)));
  }

  /** Restates it to its fair value, or corrects its cost. */
  @PostMapping("/{number}/revalue")
  @RequiresPermission("asset.write")
  ResponseEntity<DocumentAnswer<Asset>> revalue(
      Versioned<Asset> asset, @RequestBody Revaluing revaluing) {
    new Problems()
        .require(
            revaluing.fairValue().isPresent() != revaluing.newCost().isPresent(),
            "fairValue",
            revaluing.fairValue().map(BigDecimal::toPlainString).orElse(""),
            "either a fair value or a new cost")
        .refuse(Asset.KIND.titled(asset.document().number()) + " cannot be revalued");
    LocalDate date = day(asset, "date", revaluing.date(), revaluing.confirmed());
    AssetChange.Values values =
        revaluing
            .fairValue()
            .map(value -> AssetChange.Values.worth(money(asset, "fairValue", value)))
            .orElseGet(
                () ->
                    AssetChange.Values.costing(
                        money(asset, "newCost", revaluing.newCost().orElseThrow())));
    return ok(keep.change(asset, AssetAct.REVALUE, date, values));
  }

  /** Another life, counted from the acquisition, or another residual value; from that day on. */
  @PostMapping("/{number}/change-life")
  @RequiresPermission("asset.write")
  ResponseEntity<DocumentAnswer<Asset>> changeLife(
      Versioned<Asset> asset, @RequestBody Estimating estimating) {
    List<String> names = asset.document().books().stream().map(book -> book.name()).toList();
    String book = estimating.book().orElse(names.get(0));
    new Problems()
        .require(names.contains(book), "book", book, "one of " + String.join(", ", names))
        .require(
            estimating.life().isPresent() || estimating.residual().isPresent(),
            "life",
            "",
            "another life or another residual value")
        .refuse(Asset.KIND.titled(asset.document().number()) + " cannot have its life changed");
    LocalDate date = day(asset, "date", estimating.date(), estimating.confirmed());
    Optional<Money> residual = estimating.residual().map(value -> money(asset, "residual", value));
    return ok(
        keep.change(
            asset,
            AssetAct.CHANGE_LIFE,
            date,
            AssetChange.Values.estimating(book, estimating.life(), residual)));
  }

  /** Sells it, or scraps it for nothing. */
  @PostMapping("/{number}/dispose")
  @RequiresPermission("asset.write")
  ResponseEntity<DocumentAnswer<Asset>> dispose(
      Versioned<Asset> asset, @RequestBody Disposing disposing) {
    Money price = money(asset, "price", disposing.price());
    LocalDate date = day(asset, "date", disposing.date(), disposing.confirmed());
    return ok(keep.dispose(asset, date, price));
  }

  /** What is charged and what is to come, in each book. */
  @GetMapping("/{number}/schedule")
  AssetSchedule schedule(@PathVariable CompanyCode company, @PathVariable DocumentNumber number) {
    return AssetSchedule.of(documents().named(company, number).document());
  }

  private LocalDate day(
      Versioned<Asset> asset, String field, Optional<LocalDate> day, Optional<Boolean> confirmed) {
    return keep.day(asset.company(), new KeepAssets.Day(field, day, confirmed.orElse(false)));
  }

  private static void refuseUnless(
      Versioned<Asset> asset, boolean isPositive, String field, Object value) {
    new Problems()
        .require(isPositive, field, value, "more than 0")
        .refuse(Asset.KIND.titled(asset.document().number()) + " cannot be changed so");
  }

  private static Money money(Versioned<Asset> asset, String field, BigDecimal amount) {
    Currency currency = asset.document().currency();
    Money money = Money.of(amount, currency);
    new Problems()
        .require(!money.isNegative(), field, amount, "0 or more")
        .require(
            money.rounded().compareTo(money) == 0,
            field,
            amount,
            "an amount without fractions of the smallest coin")
        .refuse(Asset.KIND.titled(asset.document().number()) + " cannot be changed so");
    return money;
  }
}
