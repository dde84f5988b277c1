package org.millrace.stock.valuation;

import java.time.Instant;
import java.util.List;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Goods of an item that are valued together, by one method. */
interface Pool {
  /** What is there, what it is worth, and what one of it costs. */
  ItemValue state();

  /** What so many would cost that somebody found. */
  Money known(Quantity quantity);

  /** Takes goods in. */
  Added add(Parcel parcel);

  /** Lets goods out at what the method says. */
  Parcel take(Taken taken);

  /** Lets goods out, if it can at that amount, those of its receipts before others. */
  Parcel takeAt(Taken taken, Money wanted, List<LineKey> receipts);

  /**
   * Adds what of a charge belongs to goods that are there, and returns it.
   *
   * @param parts the shares of all receipts
   * @param here those of receipts that came into this pool
   */
  Money charge(List<Step.Part> parts, List<Step.Part> here);

  /** Makes one cost so much, and returns what that adds to the value. */
  Money revalue(Money unitCost);

  /** What the goods share that leave at this moment; none where they share nothing. */
  default Basis basis(Instant at) {
    return Basis.none(state().value().currency());
  }

  /** Who takes how much, and when. */
  record Taken(LineKey by, Instant at, Quantity quantity) {}

  /** Goods of one origin and what they are worth together. */
  record Layer(LineKey source, Quantity quantity, Money value) {}

  /** Goods on their way into a pool or out of it. */
  record Parcel(List<Layer> layers) {
    public Parcel {
      layers = List.copyOf(layers);
    }

    static Parcel of(LineKey source, Quantity quantity, Money value) {
      return new Parcel(List.of(new Layer(source, quantity, value)));
    }

    Quantity quantity() {
      return layers.stream().map(Layer::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    Money value() {
      return layers.stream().map(Layer::value).reduce(Money::plus).orElseThrow();
    }
  }

  /** What goods that came in did besides. */
  record Added(Money covering, Money difference, List<Covered> covered) {
    public Added {
      covered = List.copyOf(covered);
    }
  }

  /** Goods that left before they came turned out to cost so much more. */
  record Covered(LineKey issue, Money more) {}
}
