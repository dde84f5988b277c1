package org.millrace.stock.movement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods;
import org.millrace.shared.Quantity;
import org.millrace.stock.CostCharge;
import org.millrace.stock.MoveReason;
import org.millrace.stock.valuation.LineKey;
import org.millrace.stock.valuation.Shares;

/**
 * What late documents and charges change of movements that are booked. Each correction has the date
 * of the movement it corrects, or the first open day after it when that month is closed.
 */
final class Corrections {
  private final MovementsJdbc movements;
  private final OpenPeriods periods;

  Corrections(MovementsJdbc movements, OpenPeriods periods) {
    this.movements = movements;
    this.periods = periods;
  }

  /** Values late items again, with all they did before. */
  List<Movement> ofLate(Company company, Moving moving) {
    if (moving.late().isEmpty()) {
      return List.of();
    }
    List<Movement> corrections = new ArrayList<>();
    Map<ItemCode, List<Movement>> history =
        movements.history(company.code(), company.currency(), moving.late()).stream()
            .collect(Collectors.groupingBy(m -> m.place().item()));
    for (ItemCode item : new TreeSet<>(moving.late())) {
      List<Movement> before = history.getOrDefault(item, List.of());
      corrections.addAll(revalued(company, moving, item, before));
    }
    return corrections;
  }

  /** The charges of a document on what others brought in, and what they correct. */
  List<Movement> of(Company company, Moving moving, List<CostCharge> charges) {
    Map<ItemCode, List<Movement>> histories =
        movements
            .history(
                company.code(),
                company.currency(),
                charges.stream().map(CostCharge::item).distinct().toList())
            .stream()
            .collect(Collectors.groupingBy(m -> m.place().item()));
    String number = movements.numbers(1).get(0);
    List<Movement> charged = new ArrayList<>();
    List<Movement> all = new ArrayList<>();
    for (CostCharge charge : byItem(charges)) {
      ItemCode item = charge.item();
      List<Movement> history = new ArrayList<>(histories.getOrDefault(item, List.of()));
      LineKey first = new LineKey(number, charged.size() + 1);
      List<Movement> shares = charges(company, history, charge, first);
      shares.stream()
          .filter(line -> line.trace().effectiveAt().isPresent())
          .filter(line -> line.effectiveAt().isBefore(line.cause().occurredAt()))
          .forEach(
              line -> moving.post(item, new Moving.Posting(number, line.cause().occurredAt())));
      history.addAll(shares);
      charged.addAll(shares);
      all.addAll(shares);
      all.addAll(revalued(company, moving, item, history));
      shares.forEach(line -> moving.reach(item, line.effectiveAt()));
    }
    return all;
  }

  private static List<CostCharge> byItem(List<CostCharge> charges) {
    Map<ItemCode, CostCharge> merged = new LinkedHashMap<>();
    charges.forEach(charge -> merged.merge(charge.item(), charge, CostCharge::with));
    return List.copyOf(merged.values());
  }

  /** What was brought of the item for each share; the first line has that key. */
  private List<Movement> charges(
      Company company, List<Movement> history, CostCharge charge, LineKey first) {
    Map<Movement, Movement.Charged> shares = new LinkedHashMap<>();
    for (CostCharge.Share share : charge.shares()) {
      List<Movement> brought = brought(history, share.receipt(), charge.item());
      List<BigDecimal> quantities = brought.stream().map(m -> m.quantity().value()).toList();
      List<Money> parts = Shares.among(share.amount(), quantities);
      for (int i = 0; i < brought.size(); i++) {
        Optional<Quantity> goods = goods(share, quantities, i);
        shares.merge(
            brought.get(i), new Movement.Charged(parts.get(i), goods), Movement.Charged::plus);
      }
    }
    Instant from =
        shares.keySet().stream()
            .map(Movement::effectiveAt)
            .reduce(charge.occurredAt(), Corrections::later);
    Instant booked =
        shares.keySet().stream()
            .map(m -> m.cause().occurredAt())
            .reduce(
                periods.bookedAt(company.code(), from, charge.postingDate().map(company::startOf)),
                Corrections::later);
    List<Movement> charges = new ArrayList<>();
    shares.forEach(
        (line, share) -> {
          LineKey key = new LineKey(first.number(), first.line() + charges.size());
          Movement.Cause why = new Movement.Cause(reason(line, charge), charge.document(), booked);
          if (!share.amount().isZero()) {
            charges.add(line.charged(key, why, from, share));
          }
        });
    return charges;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Of how many goods of a line a share is that is told of so many of its document. */
  private static Optional<Quantity> goods(
      CostCharge.Share share, List<BigDecimal> quantities, int line) {
    BigDecimal all = quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return share
        .quantity()
        .map(
            some ->
                Quantity.of(
                    some.value()
                        .multiply(quantities.get(line))
                        .divide(all, Quantity.DECIMALS, RoundingMode.HALF_UP)))
        .filter(Quantity::isPositive);
  }

  /** What a work order itself tells stands against its account, all else is still to be billed. */
  private static MoveReason reason(Movement line, CostCharge charge) {
    boolean ofItself = line.cause().document().equals(charge.document());
    return ofItself ? line.cause().reason() : MoveReason.RECEIPT;
  }

  private static List<Movement> brought(
      List<Movement> history, DocumentRef receipt, ItemCode item) {
    List<Movement> brought =
        history.stream()
            .filter(m -> m.cause().document().equals(receipt))
            .filter(m -> !m.isCorrection() && m.quantity().isPositive())
            .toList();
    if (brought.isEmpty()) {
      throw new IllegalStateException(receipt + " brought no " + item);
    }
    return brought;
  }

  private List<Movement> revalued(
      Company company, Moving moving, ItemCode item, List<Movement> history) {
    Revaluation revaluation =
        new Revaluation(moving.rule(item), company, history, moving.linesOf(item));
    moving.revalue(item, revaluation);
    List<Revaluation.Difference> differences = revaluation.differences();
    List<String> numbers = movements.numbers(differences.size());
    List<Movement> corrections = new ArrayList<>(differences.size());
    Optional<Moving.Posting> posting = moving.posting(item);
    for (Revaluation.Difference difference : differences) {
      LineKey key = new LineKey(numbers.get(corrections.size()), 1);
      posting.ifPresent(late -> moving.together(key.number(), late));
      corrections.add(
          difference.as(
              key,
              posting
                  .map(Moving.Posting::bookedAt)
                  .orElseGet(() -> day(company.code(), difference.of()))));
    }
    return corrections;
  }

  private Instant day(CompanyCode company, Movement corrected) {
    return periods.openFrom(company, corrected.effectiveAt());
  }
}
