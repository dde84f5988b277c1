package org.millrace.stock.reservation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/**
 * All claims on some items, those wanted first in front, while goods move. Reserved for a claim =
 * the smaller of what it wants and what lies there less what claims before it want, at least 0. 10
 * there, claims for 6, 7 and 2: 6, 4 and 0 are reserved, 3 and 2 are waited for.
 */
public final class Claims {
  private final Map<Key, Claim> claims = new LinkedHashMap<>();
  private final Map<Key, Claim> changed = new LinkedHashMap<>();

  /** A document's claim on an item. */
  public record Key(DocumentRef document, ItemCode item) {
    /** That of a claim. */
    public static Key of(Claim claim) {
      return new Key(claim.document(), claim.item());
    }
  }

  /** An item at a location. */
  public record Place(ItemCode item, LocationCode location) {}

  /** Claims in the order in which they get goods. */
  public Claims(List<Claim> claims) {
    claims.forEach(claim -> this.claims.put(Key.of(claim), claim));
  }

  public boolean isEmpty() {
    return claims.isEmpty();
  }

  /** What is reserved for all documents but that one, of so much on hand. */
  public Quantity reservedForOthers(Place place, Optional<DocumentRef> who, Quantity onHand) {
    return held(Map.of(place, onHand)).stream()
        .filter(held -> isAt(held.claim(), place))
        .filter(held -> who.isEmpty() || !held.claim().document().equals(who.get()))
        .map(ReservedClaim::reserved)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /** The documents for which something is reserved there, but that one. */
  public List<DocumentRef> others(Place place, Optional<DocumentRef> who, Quantity onHand) {
    return held(Map.of(place, onHand)).stream()
        .filter(held -> isAt(held.claim(), place) && held.reserved().isPositive())
        .map(held -> held.claim().document())
        .filter(document -> who.isEmpty() || !document.equals(who.get()))
        .toList();
  }

  /** A document moved goods it had planned; an item it had not planned changes nothing. */
  public void fulfil(DocumentRef document, ItemCode item, Quantity moved) {
    Key key = new Key(document, item);
    Claim before = claims.get(key);
    if (before != null && !before.after(moved).equals(before)) {
      claims.put(key, before.after(moved));
      changed.put(key, before.after(moved));
    }
  }

  /** The claims that were fulfilled, as they are now. */
  public List<Claim> changed() {
    return List.copyOf(changed.values());
  }

  /** What is reserved for each claim on goods, of so much on hand. */
  public List<ReservedClaim> held(Map<Place, Quantity> onHand) {
    Map<Place, Quantity> left = new HashMap<>(onHand);
    List<ReservedClaim> held = new ArrayList<>();
    for (Claim claim : claims.values()) {
      Place place = new Place(claim.item(), claim.location());
      Quantity there = left.getOrDefault(place, Quantity.ZERO);
      Quantity had = there.isNegative() ? Quantity.ZERO : there.min(claim.wanted());
      left.put(place, there.minus(had));
      held.add(new ReservedClaim(claim, had));
    }
    return held;
  }

  private static boolean isAt(Claim claim, Place place) {
    return claim.item().equals(place.item()) && claim.location().equals(place.location());
  }
}
