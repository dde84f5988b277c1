package org.millrace.stock.location;

import org.millrace.shared.Code;
import org.millrace.stock.LocationCode;

/** A place where goods lie. */
record Location(LocationCode code, String name) {
  Location {
    name = Code.checked("location name", name, 200);
  }
}
