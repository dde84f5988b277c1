package org.millrace.sales.shipment;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a shipment stands; the acts that each state allows are declared here alone. */
public enum ShipmentStatus implements DocumentState<ShipmentStatus.Act> {
  /** Its packages are made up. */
  PACKING("Ship it first.", Act.PACK, Act.SHIP, Act.CANCEL),
  /** The carrier has it. */
  SHIPPED("Note who took the goods.", Act.SCAN, Act.PROVE),
  /** The customer has it. */
  DELIVERED("Take goods back by a return."),
  /** It was not sent. */
  CANCELLED("Make another shipment of the delivery.");

  /** What can be done with a shipment. */
  public enum Act implements DocumentAct {
    PACK("be packed"),
    SHIP("be shipped"),
    SCAN("be scanned"),
    PROVE("be proven delivered"),
    CANCEL("be cancelled");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  private final String instead;
  private final Set<Act> allowed;

  ShipmentStatus(String instead, Act... allowed) {
    this.instead = instead;
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return instead;
  }
}
