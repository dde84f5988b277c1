package org.millrace.sales.shipment;

import org.millrace.shared.Code;

/** Names a shipment within a company. */
public record ShipmentNumber(String value) implements Code {
  public ShipmentNumber {
    value = Code.checked("shipment number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
