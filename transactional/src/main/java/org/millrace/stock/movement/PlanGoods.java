package org.millrace.stock.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.reservation.Claim;
import org.millrace.stock.reservation.Claims;
import org.millrace.stock.reservation.Reservations;
import org.millrace.stock.reservation.ReservedClaim;
import org.millrace.stock.reservation.StoredClaims;

/** Keeps what documents plan to move; items that are not kept in stock are passed over. */
final class PlanGoods {
  private final MovementsJdbc movements;
  private final LockItems lock;
  private final StoredClaims claims;
  private final Reservations reservations;

  PlanGoods(
      MovementsJdbc movements, LockItems lock, StoredClaims claims, Reservations reservations) {
    this.movements = movements;
    this.lock = lock;
    this.claims = claims;
    this.reservations = reservations;
  }

  void plan(Company company, List<PlannedGoods> planned) {
    if (planned.isEmpty()) {
      return;
    }
    List<Claim> next = next(company, planned);
    if (next.isEmpty()) {
      return;
    }
    TreeSet<ItemCode> items = new TreeSet<>();
    next.forEach(claim -> items.add(claim.item()));
    lock.locked(company, items);
    Map<Claims.Place, Quantity> onHand = onHand(company.code(), items);
    Set<DocumentRef> documents =
        planned.stream().map(PlannedGoods::document).collect(Collectors.toSet());
    List<ReservedClaim> before = held(company.code(), onHand, documents, List.of());
    claims.keep(company.code(), next);
    Instant when =
        planned.stream().map(PlannedGoods::occurredAt).max(Instant::compareTo).orElseThrow();
    reservations.tell(
        company.code(), before, held(company.code(), onHand, documents, before), when);
  }

  Map<ItemCode, Quantity> free(Company company, Collection<ItemCode> items, DocumentRef who) {
    Map<ItemCode, Quantity> free = new HashMap<>();
    Map<Claims.Place, Quantity> onHand = onHand(company.code(), items);
    Map<LocationCode, Optional<String>> held =
        movements.locations(
            company.code(), onHand.keySet().stream().map(Claims.Place::location).toList());
    onHand
        .keySet()
        .removeIf(place -> held.getOrDefault(place.location(), Optional.empty()).isPresent());
    onHand.forEach((place, there) -> free.merge(place.item(), there, Quantity::plus));
    for (ReservedClaim reserved : new Claims(claims.served(company.code(), onHand)).held(onHand)) {
      if (!reserved.claim().document().equals(who)) {
        free.merge(reserved.claim().item(), reserved.reserved().negated(), Quantity::plus);
      }
    }
    return free;
  }

  /** The claims as these documents want them now; those they gave up with quantity 0. */
  private List<Claim> next(Company company, List<PlannedGoods> planned) {
    Set<ItemCode> named = new HashSet<>();
    planned.forEach(p -> p.lines().forEach(line -> named.add(line.item())));
    Set<ItemCode> stocked = lock.stocked(company, named);
    List<Claim> next = new ArrayList<>();
    Set<List<Object>> wanted = new HashSet<>();
    for (PlannedGoods one : planned) {
      for (PlannedGoods.Line line : one.lines()) {
        if (stocked.contains(line.item())) {
          wanted.add(List.of(one.document(), line.item()));
          next.add(
              new Claim(
                  one.document(),
                  line.item(),
                  line.location(),
                  line.quantity(),
                  line.day().or(one::wantedOn),
                  one.priority()));
        }
      }
    }
    claims
        .ofDocuments(company.code(), planned.stream().map(PlannedGoods::document).toList())
        .stream()
        .filter(old -> !wanted.contains(List.of(old.document(), old.item())))
        .map(Claim::ended)
        .forEach(next::add);
    return next;
  }

  private Map<Claims.Place, Quantity> onHand(CompanyCode company, Collection<ItemCode> items) {
    Map<Claims.Place, Quantity> onHand = new HashMap<>();
    movements.onHand(company, items).forEach((place, there) -> onHand.put(place.claimed(), there));
    return onHand;
  }

  /**
   * What is reserved for whom there, also nothing: for the documents that changed, and for those
   * that had something before.
   */
  private List<ReservedClaim> held(
      CompanyCode company,
      Map<Claims.Place, Quantity> onHand,
      Set<DocumentRef> changed,
      List<ReservedClaim> before) {
    List<Claim> had = before.stream().map(ReservedClaim::claim).toList();
    return claims.servedAnd(company, onHand, changed, had).held(onHand);
  }
}
