package org.millrace.stock.movement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.item.CostingRule;
import org.millrace.item.SupplierReturn;
import org.millrace.party.Company;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.valuation.LineKey;
import org.millrace.stock.valuation.Step;
import org.millrace.stock.valuation.Step.How;

/**
 * The movements of an item as steps of a valuation, in the order in which they count.
 *
 * <p>At one moment goods come in at their cost first (the cheapest before the others), then late
 * costs and new costs count, then goods change place, then they leave (the smallest lines before
 * the others); so the order in which documents of one moment arrive makes no difference. What goes
 * the way back of goods that moved at the same moment counts right after those.
 */
final class History {
  private static final Comparator<Movement> IN_ORDER =
      Comparator.comparing(Movement::effectiveAt)
          .thenComparing(History::turn)
          .thenComparing(m -> m.givenCost().map(Money::amount).orElse(BigDecimal.ZERO))
          .thenComparing(m -> turn(m) == 2 ? BigDecimal.ZERO : m.quantity().value().abs());

  private final CostingRule rule;
  private final Company company;
  private final Map<LineKey, Movement> lines = new LinkedHashMap<>();
  private final Map<String, List<Movement>> charges = new LinkedHashMap<>();
  private final List<Movement> inOrder = new ArrayList<>();

  History(CostingRule rule, Company company, Stream<Movement> movements) {
    this.rule = rule;
    this.company = company;
    movements.filter(m -> !m.isCorrection() || m.isCharge()).forEach(this::add);
    inOrder.sort(IN_ORDER);
    lines.values().stream().filter(m -> m.trace().backOf().isPresent()).forEach(this::followOwn);
  }

  /** Has what goes the way back follow the goods of its own document, if those moved just then. */
  private void followOwn(Movement back) {
    DocumentRef document = back.trace().backOf().orElseThrow();
    int now = inOrder.indexOf(back);
    int last = now;
    for (int i = now + 1; i < inOrder.size() && isOfMoment(back, inOrder.get(i)); i++) {
      last = isOriginal(inOrder.get(i), back, document) ? i : last;
    }
    if (now >= 0 && last > now && back.cause().reason() != MoveReason.TRANSFER) {
      inOrder.add(last, inOrder.remove(now));
    }
  }

  private static boolean isOfMoment(Movement one, Movement other) {
    return one.effectiveAt().equals(other.effectiveAt());
  }

  private static boolean isOriginal(Movement line, Movement back, DocumentRef document) {
    return line.cause().document().equals(document)
        && !line.isCharge()
        && line.quantity().isNegative() == back.quantity().isPositive();
  }

  /** The lines of one charge count together, under the key of the first. */
  private void add(Movement movement) {
    lines.put(movement.key(), movement);
    if (!movement.isCharge()) {
      inOrder.add(movement);
      return;
    }
    List<Movement> same = charges.computeIfAbsent(movement.key().number(), n -> new ArrayList<>());
    if (same.isEmpty()) {
      inOrder.add(movement);
    }
    same.add(movement);
  }

  /** The turn of a movement among those of the same moment. */
  private static int turn(Movement movement) {
    if (movement.quantity().isZero()) {
      return 1;
    }
    if (movement.cause().reason() == MoveReason.TRANSFER) {
      return 2; // both its lines, one after the other
    }
    if (movement.quantity().isNegative()) {
      return 4;
    }
    return movement.givenCost().isPresent() ? 0 : 3;
  }

  List<Step> steps() {
    return inOrder.stream().map(this::step).toList();
  }

  private Step step(Movement movement) {
    Quantity quantity = movement.quantity();
    return new Step(
        movement.key(),
        when(movement.effectiveAt()),
        pool(movement),
        quantity.isNegative() ? quantity.negated() : quantity,
        how(movement));
  }

  private Step.When when(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, company.timeZone());
    return new Step.When(moment, YearMonth.from(day).toString());
  }

  private String pool(Movement movement) {
    return switch (rule.level()) {
      case ITEM -> "";
      case WAREHOUSE -> movement.place().location().value();
      case LOT -> movement.trace().lot().map(LotCode::value).orElse("");
    };
  }

  private How how(Movement movement) {
    if (movement.isCharge()) {
      return new How.Charge(parts(movement));
    }
    if (movement.cause().reason() == MoveReason.REVALUATION) {
      return new How.Revalue(movement.givenCost().orElseThrow());
    }
    if (movement.cause().reason() == MoveReason.TRANSFER) {
      return transfer(movement);
    }
    return movement.quantity().isPositive() ? comes(movement) : leaves(movement);
  }

  private How comes(Movement movement) {
    Optional<DocumentRef> back = movement.trace().backOf();
    if (back.isPresent()) {
      return new How.BackFrom(originals(movement, back.get()));
    }
    return movement.givenCost().isPresent()
        ? new How.OwnCost(movement.worth().value())
        : new How.KnownCost();
  }

  private How leaves(Movement movement) {
    Optional<DocumentRef> back = movement.trace().backOf();
    if (back.isPresent()) {
      return new How.BackTo(originals(movement, back.get()), leavesAt(movement));
    }
    return movement.namedValue().<How>map(How.Named::new).orElseGet(How.Issue::new);
  }

  /** An item group says it of goods for suppliers; found goods go as what they came as. */
  private Step.LeavesAt leavesAt(Movement movement) {
    boolean isFound = movement.cause().reason() == MoveReason.ADJUSTMENT;
    return rule.supplierReturn() == SupplierReturn.COSTING_METHOD && !isFound
        ? Step.LeavesAt.METHOD
        : Step.LeavesAt.PRICE_PAID;
  }

  /** The lines of a document that moved goods the other way, those of the same lot first. */
  private List<LineKey> originals(Movement back, DocumentRef document) {
    return lines.values().stream()
        .filter(m -> isOriginal(m, back, document))
        .sorted(Comparator.comparing(m -> !m.trace().lot().equals(back.trace().lot())))
        .map(Movement::key)
        .toList();
  }

  /** A transfer has each line out before the line into the other place. */
  private How transfer(Movement movement) {
    LineKey key = movement.key();
    if (movement.quantity().isPositive()) {
      return new How.Arrival(new LineKey(key.number(), key.line() - 1));
    }
    LineKey arrival = new LineKey(key.number(), key.line() + 1);
    return new How.Departure(
        pool(Objects.requireNonNull(lines.get(arrival))),
        movement.trace().backOf().map(of -> originals(movement, of)).orElseGet(List::of));
  }

  private List<Step.Part> parts(Movement charge) {
    return Objects.requireNonNull(charges.get(charge.key().number())).stream()
        .map(
            line -> {
              LineKey receipt = line.worth().corrects().orElseThrow();
              Quantity came =
                  line.trace()
                      .charged()
                      .orElseGet(() -> Objects.requireNonNull(lines.get(receipt)).quantity());
              return new Step.Part(receipt, came, line.worth().value());
            })
        .toList();
  }
}
