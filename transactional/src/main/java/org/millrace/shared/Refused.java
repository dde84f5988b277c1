package org.millrace.shared;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A refusal for the person who asked: what is wrong, with the values, and what to do. */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient List<Problem> problems;

  /** Why an act was refused. */
  public enum Reason {
    INVALID,
    NOT_FOUND,
    CONFLICT,
    STALE,
    UNCONFIRMED,
    FORBIDDEN
  }

  protected Refused(Reason reason, String message, List<Problem> problems) {
    super(message);
    this.reason = reason;
    this.problems = List.copyOf(problems);
  }

  /** The input is wrong in these places. */
  public static Refused invalid(String title, List<Problem> problems) {
    return new Refused(Reason.INVALID, title + ": " + Problem.listed(problems), problems);
  }

  /** What was named does not exist. */
  public static Refused notFound(String message) {
    return new Refused(Reason.NOT_FOUND, message, List.of());
  }

  /** The document's state does not allow the act. */
  public static Refused conflict(String message) {
    return new Refused(Reason.CONFLICT, message, List.of());
  }

  /**
   * Passes when nothing speaks against the act.
   *
   * @throws Refused as conflict with the reason where there is one
   */
  public static void conflictIf(Optional<String> reason) {
    if (reason.isPresent()) {
      throw conflict(reason.get());
    }
  }

  /** The document's state does not allow the act, for each of these reasons. */
  public static Refused conflict(String title, List<Problem> problems) {
    return new Refused(Reason.CONFLICT, title + ": " + Problem.listed(problems), problems);
  }

  /** Somebody else changed the document first. */
  public static Refused stale(String message) {
    return new Refused(Reason.STALE, message, List.of());
  }

  /** Nobody usually means this: it is done once the request says that it is meant. */
  public static Refused unconfirmed(String message, List<Problem> problems) {
    return new Refused(Reason.UNCONFIRMED, message, problems);
  }

  /** The person may not do this. */
  public static Refused forbidden(String message) {
    return new Refused(Reason.FORBIDDEN, message, List.of());
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** The same of a part of the input: its places stand within that one. */
  public Refused within(String part) {
    String places = ": " + Problem.listed(problems);
    if (reason != Reason.INVALID || !getMessage().endsWith(places)) {
      return this;
    }
    String title = getMessage().substring(0, getMessage().length() - places.length());
    return invalid(
        title,
        problems.stream()
            .map(p -> new Problem(part + "." + p.field(), p.value(), p.expected()))
            .toList());
  }

  public Reason reason() {
    return reason;
  }

  /** The places in the input, empty when the refusal is not about single fields. */
  public List<Problem> problems() {
    return problems;
  }
}
