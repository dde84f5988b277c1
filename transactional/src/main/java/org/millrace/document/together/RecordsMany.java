package org.millrace.document.together;

import java.util.List;
import org.millrace.shared.CompanyCode;

/**
 * A kind whose documents do more than stand in their store, and which makes many of them at once.
 *
 * @param <R> what is asked for
 * @param <P> what is made of that before any is posted
 */
public interface RecordsMany<R extends Record, P> {
  /**
   * Reads and checks one, and changes nothing.
   *
   * @throws org.millrace.shared.Refused when it does not fit
   */
  P prepared(CompanyCode company, R asked);

  /**
   * Makes them all, in their order.
   *
   * @return the number of each
   * @throws org.millrace.shared.Refused when one does not fit: none may stay
   */
  List<String> carryOut(CompanyCode company, List<P> prepared);
}
