package org.millrace.web.part;

import java.util.function.Function;

/** Carries out the parts of the running request. */
public interface Parts {
  /**
   * Carries out a part in a transaction of its own, once for the key of the request: what was done
   * before the request was broken off is told and not done again.
   *
   * @param result what is told of a part that is done, of the answer of its handler and within its
   *     transaction
   */
  <R> Outcome<R> carryOut(Part part, Class<R> type, Function<Object, R> result);
}
