package org.millrace.demo.business;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One command to the core. Documents have names of our own until the core gives them a number: in
 * the path and in texts of the body, {@code {name}} stands for that number.
 */
public record Act(
    String method, String key, String path, Map<String, Object> body, Link link, By by) {

  /** Who does it. */
  public enum By {
    OPERATOR,
    /** Whoever decides what somebody else asked for. */
    APPROVER
  }

  /**
   * What the act makes, and which document it changes and by how many versions. {@code numberAt} is
   * where the answer carries the number of what was made.
   */
  public record Link(
      Optional<String> makes, String numberAt, Optional<String> changes, int raises) {
    static final Link NONE = new Link(Optional.empty(), "", Optional.empty(), 0);

    static Link makes(String name) {
      return new Link(Optional.of(name), "/number", Optional.empty(), 0);
    }

    /** A document whose own code stands in place of a number. */
    static Link makesCoded(String code) {
      return new Link(Optional.of(code), "/code", Optional.empty(), 0);
    }

    /** A document that comes of the approval of a request. */
    static Link approves(String request, String name) {
      return new Link(Optional.of(name), "/result/document", Optional.of(request), 1);
    }

    static Link changes(String name) {
      return new Link(Optional.empty(), "", Optional.of(name), 1);
    }

    Link from(String changed, int versions) {
      return new Link(makes, numberAt, Optional.of(changed), versions);
    }
  }

  static Act of(String key, String path, Link link, Map<String, Object> body) {
    return new Act("POST", key, path, body, link, By.OPERATOR);
  }

  /** Sets something to what the body says, whatever it was before. */
  static Act set(String key, String path, Map<String, Object> body) {
    return new Act("PUT", key, path, body, Link.NONE, By.OPERATOR);
  }

  /** The same act, dated. */
  Act at(java.time.Instant moment) {
    Map<String, Object> dated = new LinkedHashMap<>(body);
    dated.put("occurredAt", moment.toString());
    return new Act(method, key, path, dated, link, by);
  }

  /** The same act, done by whoever approves. */
  Act approved() {
    return new Act(method, key, path, body, link, By.APPROVER);
  }
}
